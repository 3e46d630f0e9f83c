package cn.yigongti.search.server;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import cn.yigongti.search.index.SearchIndex;
import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.util.BinaryData;
import org.jspecify.annotations.Nullable;

/** Elasticsearch, as far as this module needs it. */
public class SearchServer implements AutoCloseable {

	/** Of a request that writes documents. */
	private static final int MAX_BYTES = 8 * 1024 * 1024;

	private final Connection connection;

	private final SearchProperties properties;

	public SearchServer(URI uri, SearchProperties properties, @Nullable SSLContext tls) {
		this.properties = properties;
		this.connection = Connection.to(uri, properties, tls);
	}

	/** How an index is called here. */
	public IndexNames namesOf(SearchIndex index) {
		return IndexNames.of(this.properties.prefix(), index.name());
	}

	/**
	 * Makes an empty index, to be built; nothing if it is there already.
	 * @param target its name in Elasticsearch
	 */
	public void create(SearchIndex index, String target) {
		if (exists(target)) {
			return;
		}
		String mapping = index.mapping().toString();
		call((client) -> client.indices()
			.create((request) -> request.index(target)
				.aliases(namesOf(index).building(), (alias) -> alias)
				.settings((settings) -> settings.numberOfShards(String.valueOf(this.properties.shards()))
					.numberOfReplicas(String.valueOf(this.properties.replicas()))
					// said expressly, so that an index at rest is refreshed, too
					.refreshInterval((interval) -> interval.time("1s")))
				.mappings((mappings) -> mappings.withJson(new StringReader(mapping)))));
	}

	private boolean exists(String target) {
		return call((client) -> client.indices().exists((request) -> request.index(target))).value();
	}

	/** What an alias stands for. */
	public Set<String> behind(String alias) {
		try {
			return Set.copyOf(
					call((client) -> client.indices().getAlias((request) -> request.name(alias))).aliases().keySet());
		}
		catch (ServerFailed ex) {
			if (ex.isNotFound()) {
				return Set.of();
			}
			throw ex;
		}
	}

	/** Lets searches see all that was written to an index. */
	public void refresh(String target) {
		call((client) -> client.indices().refresh((request) -> request.index(target)));
	}

	/**
	 * From one moment to the next the built index is the one that is searched; may be
	 * done again.
	 */
	public void makeLive(SearchIndex index, String target) {
		IndexNames names = namesOf(index);
		List<Action> actions = new ArrayList<>();
		behind(names.live()).stream()
			.filter((former) -> !former.equals(target))
			.forEach((former) -> actions.add(removal(former, names.live())));
		behind(names.building()).forEach((built) -> actions.add(removal(built, names.building())));
		actions.add(Action.of((action) -> action.add((add) -> add.index(target).alias(names.live()))));
		call((client) -> client.indices().updateAliases((request) -> request.actions(actions)));
	}

	private static Action removal(String target, String alias) {
		return Action.of((action) -> action.remove((remove) -> remove.index(target).alias(alias)));
	}

	/** Deletes an index, if it is there. */
	public void delete(String target) {
		call((client) -> client.indices().delete((request) -> request.index(target).ignoreUnavailable(true)));
	}

	/**
	 * Writes documents, in the order given.
	 * @return what became of each
	 */
	public List<Outcome> write(List<Write> writes) {
		List<Outcome> outcomes = new ArrayList<>();
		List<Write> part = new ArrayList<>();
		int size = 0;
		for (Write write : writes) {
			if (!part.isEmpty() && size + write.size() > MAX_BYTES) {
				outcomes.addAll(writePart(part));
				part.clear();
				size = 0;
			}
			part.add(write);
			size += write.size();
		}
		if (!part.isEmpty()) {
			outcomes.addAll(writePart(part));
		}
		return outcomes;
	}

	/** What is in front of Elasticsearch may take less than Elasticsearch itself. */
	private List<Outcome> writePart(List<Write> part) {
		try {
			return writeAtOnce(part);
		}
		catch (ServerFailed ex) {
			if (!ex.isTooLarge()) {
				throw ex;
			}
			if (part.size() == 1) {
				return List.of(new Outcome(part.getFirst(), Outcome.Kind.REFUSED, String.valueOf(ex.getMessage())));
			}
			List<Outcome> outcomes = new ArrayList<>(writePart(part.subList(0, part.size() / 2)));
			outcomes.addAll(writePart(part.subList(part.size() / 2, part.size())));
			return outcomes;
		}
	}

	private List<Outcome> writeAtOnce(List<Write> part) {
		List<BulkOperation> operations = part.stream().map(SearchServer::operation).toList();
		BulkResponse response = call(
				(client) -> client.bulk((request) -> request.requireAlias(true).operations(operations)));
		List<Outcome> outcomes = new ArrayList<>();
		for (int i = 0; i < part.size(); i++) {
			outcomes.add(Outcome.of(part.get(i), response.items().get(i)));
		}
		return outcomes;
	}

	/**
	 * Of the same version the later one counts: what a document says of other rows may
	 * have changed.
	 */
	private static BulkOperation operation(Write write) {
		String json = write.json();
		if (json == null) {
			return BulkOperation
				.of((operation) -> operation.delete((delete) -> delete.index(write.alias()).id(write.id().toString())));
		}
		return BulkOperation.of((operation) -> operation.<BinaryData>index((index) -> index.index(write.alias())
			.id(write.id().toString())
			.version(write.version())
			.versionType(VersionType.ExternalGte)
			.document(BinaryData.of(json.getBytes(StandardCharsets.UTF_8), "application/json"))));
	}

	/**
	 * Searches for ids, not for what stands in documents.
	 * @throws ServerFailed also when only a part of the index answered
	 */
	public SearchResponse<Void> search(SearchRequest request) {
		Duration limit = this.properties.timeLimit();
		SearchResponse<Void> response = this.connection.call(limit, (client) -> client.search(request, Void.class));
		if (response.timedOut()) {
			throw ServerFailed.timedOut();
		}
		return response;
	}

	private <T> T call(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
		return this.connection.call(this.properties.writeTimeLimit(), request);
	}

	@Override
	public void close() throws IOException {
		this.connection.close();
	}

}
