package cn.yigongti.localservers.elasticsearch.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts one real Elasticsearch node without its launcher, which isn't published as an
 * artifact. Arguments: the home folder and the ports for HTTP and transport.
 */
public final class NodeMain {

	private NodeMain() {
	}

	public static void main(String[] arguments) throws IOException, NodeValidationException, InterruptedException {
		Path home = Path.of(arguments[0]);
		Environment environment = new Environment(settings(home, arguments[1], arguments[2]), home.resolve("config"));
		LogConfigurator.configureESLogging();
		LogConfigurator.configure(environment, true);
		Node node = new Node(environment, PluginsLoader.createPluginsLoader(
				PluginsLoader.loadModulesBundles(environment.modulesDir(), false), Set.of(), Map.of()));
		CountDownLatch ended = new CountDownLatch(1);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end(node, ended)));
		node.start();
		ended.await();
	}

	private static Settings settings(Path home, String httpPort, String transportPort) {
		return Settings.builder()
			.put("path.home", home)
			.put("path.data", home.resolve("data"))
			.put("path.logs", home.resolve("logs"))
			.put("cluster.name", "yigongti")
			.put("node.name", "local")
			.put("node.processors", 2)
			.put("discovery.type", "single-node")
			.put("network.host", "127.0.0.1")
			.put("http.port", httpPort)
			.put("transport.port", transportPort)
			// A developer's disk may be nearly full; the node would make its indexes
			// read-only.
			.put("cluster.routing.allocation.disk.threshold_enabled", false)
			.build();
	}

	private static void end(Node node, CountDownLatch ended) {
		try {
			node.prepareForClose();
			node.close();
			ended.countDown();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
