package cn.yigongti.localservers;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One Elasticsearch node in a JVM of its own. */
final class ElasticsearchServer implements RunningServer {

	private static final Duration READY_LIMIT = Duration.ofSeconds(90);

	private static final List<String> JVM = List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC",
			"-Des.distribution.type=tar", "-Dio.netty.noUnsafe=true", "-Dlog4j2.disable.jmx=true",
			"--add-modules=ALL-MODULE-PATH,jdk.net,jdk.incubator.vector,jdk.management.agent",
			"--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,org.apache.lucene.core,ALL-UNNAMED");

	private final Leash leash;

	private final Elasticsearch address;

	private ElasticsearchServer(Leash leash, Elasticsearch address) {
		this.leash = leash;
		this.address = address;
	}

	static ElasticsearchServer start(StateFolder state, int port) {
		Elasticsearch address = new Elasticsearch(URI.create("http://" + Ports.LOOPBACK + ":" + port));
		ElasticsearchJars jars = ElasticsearchJars.find();
		Path folder = state.folder("elasticsearch");
		try {
			ElasticsearchHome home = ElasticsearchHome.layOut(folder, jars);
			return start(state, address, command(home, jars, port));
		}
		catch (IOException ex) {
			throw new CannotStart("Cannot lay out Elasticsearch in " + folder + ": " + ex, ex);
		}
	}

	private static List<String> command(ElasticsearchHome home, ElasticsearchJars jars, int port) {
		String modulePath = jars.server().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(JVM);
		command.addAll(List.of("-Des.path.home=" + home.folder(), "--module-path", modulePath, "-cp",
				home.launcher().toString(), "cn.yigongti.localservers.elasticsearch.node.NodeMain",
				home.folder().toString(), String.valueOf(port),
				String.valueOf(Ports.claim("Elasticsearch's transport", Ports.ANY))));
		return command;
	}

	private static ElasticsearchServer start(StateFolder state, Elasticsearch address, List<String> command) {
		Leash leash = Leash.start("elasticsearch", state, "TERM", command);
		try {
			leash.awaitReady(READY_LIMIT, () -> ready(address));
			return new ElasticsearchServer(leash, address);
		}
		catch (RuntimeException ex) {
			leash.close();
			throw ex;
		}
	}

	/** Ready is who has recovered all indexes: until then searches in them fail. */
	private static boolean ready(Elasticsearch address) {
		try {
			URI health = address.uri().resolve("/_cluster/health?wait_for_status=yellow&timeout=1s");
			HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
			connection.setConnectTimeout(2000);
			connection.setReadTimeout(5000);
			return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
		}
		catch (IOException notYet) {
			return false;
		}
	}

	@Override
	public Addresses addTo(Addresses others) {
		return new Addresses(others.postgres(), others.redis(), this.address);
	}

	@Override
	public void close() {
		this.leash.close();
	}

}
