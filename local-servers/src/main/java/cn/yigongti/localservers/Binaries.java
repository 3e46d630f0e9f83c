package cn.yigongti.localservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.tukaani.xz.XZInputStream;

/**
 * Executables out of Maven artifacts, unpacked once for each user into the cache folder,
 * under the checksum of what they were packed in.
 */
final class Binaries {

	private Binaries() {
	}

	/** The folder of the PostgreSQL distribution. */
	static Path postgres() {
		return cached("postgresql", postgresArchive(), Binaries::untar);
	}

	/** The executable of Redis. */
	static Path redis() {
		return cached("redis", redisFile(), Binaries::copyExecutable).resolve("redis-server");
	}

	/** The jars that the executables are packed in. */
	static List<Path> jars() {
		return Stream.of(postgresArchive(), redisFile()).map(Binaries::jar).toList();
	}

	private static URL postgresArchive() {
		return resource("PostgreSQL", onX86() ? "postgres-linux-x86_64.txz" : "postgres-linux-arm_64.txz");
	}

	private static URL redisFile() {
		return resource("Redis", onX86() ? "redis-server-6.2.6-v5-linux-amd64" : "redis-server-6.2.7-linux-arm64");
	}

	private static URL resource(String server, String name) {
		URL resource = Binaries.class.getResource("/" + name);
		if (resource == null || !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
			throw new CannotStart("There is no %s for %s on %s among the Maven artifacts used here: only for Linux"
				.formatted(server, System.getProperty("os.arch"), System.getProperty("os.name")));
		}
		return resource;
	}

	private static boolean onX86() {
		return "amd64".equals(System.getProperty("os.arch"));
	}

	private static Path cached(String name, URL packed, Unpacking unpacking) {
		try {
			Path cache = Files.createDirectories(cacheFolder());
			Path unpacked = cache.resolve(name + "-" + checksum(packed));
			if (!Files.exists(unpacked)) {
				Path unfinished = Files.createTempDirectory(cache, name);
				try (InputStream content = packed.openStream()) {
					unpacking.unpack(content, unfinished);
				}
				moveUnlessThere(unfinished, unpacked);
			}
			return unpacked;
		}
		catch (IOException ex) {
			throw new CannotStart("Cannot unpack " + name + " into " + cacheFolder() + ": " + ex, ex);
		}
	}

	private static Path cacheFolder() {
		String configured = System.getenv("XDG_CACHE_HOME");
		Path cache = (configured != null && !configured.isBlank()) ? Path.of(configured)
				: Path.of(System.getProperty("user.home"), ".cache");
		return cache.resolve("yigongti");
	}

	private static String checksum(URL packed) throws IOException {
		return Long.toHexString(connection(packed).getJarEntry().getCrc());
	}

	private static Path jar(URL packed) {
		try {
			return Path.of(connection(packed).getJarFileURL().toURI());
		}
		catch (IOException | URISyntaxException ex) {
			throw new CannotStart("Cannot find the jar of " + packed, ex);
		}
	}

	private static JarURLConnection connection(URL packed) throws IOException {
		if (packed.openConnection() instanceof JarURLConnection connection) {
			return connection;
		}
		throw new IOException(packed + " isn't in a jar");
	}

	private static void moveUnlessThere(Path unfinished, Path unpacked) throws IOException {
		try {
			Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (DirectoryNotEmptyException | FileAlreadyExistsException anotherProcessWasFaster) {
			Trees.delete(unfinished);
		}
	}

	private static void untar(InputStream archive, Path folder) throws IOException {
		Process tar = new ProcessBuilder("tar", "-x", "-f", "-", "-C", folder.toString()).inheritIO()
			.redirectInput(ProcessBuilder.Redirect.PIPE)
			.start();
		try (OutputStream input = tar.getOutputStream(); InputStream files = new XZInputStream(archive)) {
			files.transferTo(input);
		}
		if (tar.onExit().join().exitValue() != 0) {
			throw new IOException("tar ended with status " + tar.exitValue());
		}
	}

	private static void copyExecutable(InputStream content, Path folder) throws IOException {
		Path executable = folder.resolve("redis-server");
		Files.copy(content, executable, StandardCopyOption.REPLACE_EXISTING);
		Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private interface Unpacking {

		void unpack(InputStream content, Path folder) throws IOException;

	}

}
