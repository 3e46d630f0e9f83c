package cn.yigongti.localservers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.postgresql.Driver;

/**
 * The jars of the node, where Maven put them when it built this module: in the local
 * repository. Only their names are packaged here, for Elasticsearch's licence is none to
 * redistribute it under.
 */
record ElasticsearchJars(List<Path> server, List<Path> transport) {

	private static final Predicate<Path> OF_TRANSPORT = (jar) -> Pattern
		.matches("(netty|transport-netty4|elasticsearch-ssl-config)-.*", jar.getFileName().toString());

	private static final String DRIVER_FOLDER = "/org/postgresql/postgresql/";

	static ElasticsearchJars find() {
		List<String> names = names();
		Path repository = repositories().filter((candidate) -> Files.exists(candidate.resolve(names.getFirst())))
			.findFirst()
			.orElseThrow(() -> new CannotStart("The jars of Elasticsearch aren't in the local Maven repository "
					+ repositories().toList() + ": build the module local-servers, which resolves them"));
		List<Path> jars = names.stream().map(repository::resolve).map(Path::normalize).toList();
		return new ElasticsearchJars(jars.stream().filter(OF_TRANSPORT.negate()).toList(),
				jars.stream().filter(OF_TRANSPORT).toList());
	}

	Path transportPlugin() {
		return this.transport.stream()
			.filter((jar) -> jar.getFileName().toString().startsWith("transport-netty4"))
			.findFirst()
			.orElseThrow();
	}

	String version() {
		return transportPlugin().getFileName().toString().replaceAll("^transport-netty4-|\\.jar$", "");
	}

	/** Paths relative to a local repository, written by the build. */
	private static List<String> names() {
		try (InputStream names = ElasticsearchJars.class.getResourceAsStream("elasticsearch.jars")) {
			String text = new String(Objects.requireNonNull(names).readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.asList(text.strip().split(":", -1));
		}
		catch (IOException ex) {
			throw new CannotStart("Cannot read the names of Elasticsearch's jars", ex);
		}
	}

	/**
	 * The one Maven was told to use, the one our own dependencies come from, the usual
	 * one.
	 */
	private static Stream<Path> repositories() {
		String driver = Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		return Stream
			.of(System.getProperty("maven.repo.local", ""),
					driver.substring(0, Math.max(0, driver.indexOf(DRIVER_FOLDER))),
					Path.of(System.getProperty("user.home"), ".m2", "repository").toString())
			.filter(Predicate.not(String::isEmpty))
			.map(Path::of);
	}

}
