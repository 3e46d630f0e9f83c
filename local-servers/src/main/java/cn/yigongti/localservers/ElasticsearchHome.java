package cn.yigongti.localservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The folders that a node expects: its modules, its configuration, its data. */
final class ElasticsearchHome {

	private static final String PACKAGE = "cn/yigongti/localservers/elasticsearch/";

	private final Path folder;

	private ElasticsearchHome(Path folder) {
		this.folder = folder;
	}

	/** Lays it out anew around the data, for versions may have changed since. */
	static ElasticsearchHome layOut(Path folder, ElasticsearchJars jars) throws IOException {
		ElasticsearchHome home = new ElasticsearchHome(folder);
		home.writeTransport(jars);
		home.writePlugin(jars);
		Files.write(home.empty("config").resolve("log4j2.properties"), resource("log4j2.properties"));
		writeJar(home.empty("launcher").resolve("launcher.jar"), "node");
		return home;
	}

	Path folder() {
		return this.folder;
	}

	Path launcher() {
		return this.folder.resolve("launcher/launcher.jar");
	}

	private void writeTransport(ElasticsearchJars jars) throws IOException {
		Path module = empty("modules/transport-netty4");
		for (Path jar : jars.transport()) {
			Files.copy(jar, module.resolve(jar.getFileName()));
		}
		try (FileSystem plugin = FileSystems.newFileSystem(jars.transportPlugin());
				Stream<Path> files = Files.list(plugin.getPath("META-INF/es-plugins/transport-netty4"))) {
			for (Path file : files.toList()) {
				Files.copy(file, module.resolve(file.getFileName().toString()));
			}
		}
	}

	/**
	 * Elasticsearch only takes plugins made for just its version; ours is as old as the
	 * jars it was compiled with.
	 */
	private void writePlugin(ElasticsearchJars jars) throws IOException {
		Path module = empty("modules/local-plugin");
		writeJar(module.resolve("local-plugin.jar"), "plugin");
		Files.write(module.resolve("plugin-descriptor.properties"), resource("plugin-descriptor.properties"));
		Files.writeString(module.resolve("plugin-descriptor.properties"), "elasticsearch.version=" + jars.version(),
				StandardOpenOption.APPEND);
	}

	private Path empty(String name) throws IOException {
		Path empty = this.folder.resolve(name);
		Trees.delete(empty);
		return Files.createDirectories(empty);
	}

	private static byte[] resource(String name) throws IOException {
		try (InputStream content = ElasticsearchHome.class.getResourceAsStream("elasticsearch/" + name)) {
			return Objects.requireNonNull(content).readAllBytes();
		}
	}

	/** Packs the classes of one package; the node wants jars, and none of them twice. */
	private static void writeJar(Path jar, String packageName) throws IOException {
		Path classes = Path.of(codeSource());
		if (Files.isDirectory(classes)) {
			writeJar(jar, packageName, classes);
			return;
		}
		try (FileSystem archive = FileSystems.newFileSystem(classes)) {
			writeJar(jar, packageName, archive.getPath("/"));
		}
	}

	private static void writeJar(Path jar, String packageName, Path classes) throws IOException {
		try (Stream<Path> found = Files.list(classes.resolve(PACKAGE + packageName));
				OutputStream file = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(file)) {
			List<Path> sorted = found.sorted().toList();
			for (Path type : sorted) {
				entries.putNextEntry(new JarEntry(PACKAGE + packageName + "/" + type.getFileName()));
				Files.copy(type, entries);
			}
		}
	}

	private static URI codeSource() {
		try {
			return ElasticsearchHome.class.getProtectionDomain().getCodeSource().getLocation().toURI();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
