package cn.yigongti.localservers.elasticsearch.plugin;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.util.Version;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.ClusterState;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /} as {@code rest-root} does: name of the node, its cluster, and
 * versions.
 */
final class RootAction extends BaseRestHandler {

	private volatile @Nullable ClusterService cluster;

	/** Rest handlers are made before the services they use. */
	void describe(ClusterService service) {
		this.cluster = service;
	}

	@Override
	public String getName() {
		return "root";
	}

	@Override
	public List<Route> routes() {
		return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
	}

	@Override
	protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
		return (channel) -> channel.sendResponse(new RestResponse(RestStatus.OK, answer(channel.newBuilder())));
	}

	private XContentBuilder answer(XContentBuilder answer) throws IOException {
		ClusterService service = this.cluster;
		if (service == null) {
			throw new IllegalStateException("The node isn't up yet");
		}
		ClusterState state = service.state();
		answer.startObject();
		answer.field("name", service.getNodeName());
		answer.field("cluster_name", state.getClusterName().value());
		answer.field("cluster_uuid", state.metadata().clusterUUID());
		version(answer, Build.current());
		answer.field("tagline", "You Know, for Search");
		return answer.endObject();
	}

	private static void version(XContentBuilder answer, Build build) throws IOException {
		answer.startObject("version");
		answer.field("number", build.qualifiedVersion());
		answer.field("build_flavor", build.flavor());
		answer.field("build_type", build.type().displayName());
		answer.field("build_hash", build.hash());
		answer.field("build_date", build.date());
		answer.field("build_snapshot", build.isSnapshot());
		answer.field("lucene_version", Version.LATEST.toString());
		answer.field("minimum_wire_compatibility_version", build.minWireCompatVersion());
		answer.field("minimum_index_compatibility_version", build.minIndexCompatVersion());
		answer.endObject();
	}

}
