package cn.yigongti.platform.test.servers;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

import cn.yigongti.localservers.Addresses;
import cn.yigongti.localservers.Elasticsearch;
import cn.yigongti.localservers.Redis;
import org.testcontainers.containers.wait.strategy.Wait;

/** The same servers in containers of the official images. They end with this JVM. */
final class ContainerServers {

	static final Duration START_LIMIT = Duration.ofMinutes(3);

	private static final String REDIS_IMAGE = "redis:8.0.6";

	private static final String ELASTICSEARCH_IMAGE = "docker.elastic.co/elasticsearch/elasticsearch:9.5.2";

	private ContainerServers() {
	}

	static Addresses startDatabases() {
		ContainerNetwork network = ContainerNetwork.chosen();
		return new Addresses(PostgresContainers.start(network, password()), startRedis(network, password()), null);
	}

	static Addresses startSearch() {
		ContainerNetwork network = ContainerNetwork.chosen();
		int port = network.port(9200);
		Container node = network.join(new Container(ELASTICSEARCH_IMAGE), "elasticsearch", port)
			.withEnv("discovery.type", "single-node")
			.withEnv("xpack.security.enabled", "false")
			.withEnv("cluster.routing.allocation.disk.threshold_enabled", "false")
			.withEnv("network.host", network.listen())
			.withEnv("http.port", String.valueOf(port))
			.withEnv("transport.port", String.valueOf(network.port(9300)))
			.withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
			.waitingFor(Wait.forLogMessage(".*recovered \\[\\d+] indices.*", 1).withStartupTimeout(START_LIMIT));
		node.start();
		return new Addresses(null, null, new Elasticsearch(
				URI.create("http://%s:%d".formatted(node.getHost(), network.reachablePort(node, port)))));
	}

	private static Redis startRedis(ContainerNetwork network, String password) {
		int port = network.port(6379);
		Container redis = network.join(new Container(REDIS_IMAGE), "redis", port)
			.withCommand("redis-server", "--port", String.valueOf(port), "--bind", network.listen(), "--requirepass",
					password, "--save", "", "--maxmemory", "128mb")
			.waitingFor(Wait.forLogMessage(".*Ready to accept connections.*", 1).withStartupTimeout(START_LIMIT));
		redis.start();
		return new Redis(redis.getHost(), network.reachablePort(redis, port), password);
	}

	private static String password() {
		byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

}
