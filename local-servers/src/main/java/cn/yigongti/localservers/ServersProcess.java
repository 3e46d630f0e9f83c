package cn.yigongti.localservers;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.postgresql.Driver;
import org.tukaani.xz.XZInputStream;

/** Starts {@link Main} as a process of its own, which outlives the one that starts it. */
public final class ServersProcess {

	private ServersProcess() {
	}

	/**
	 * Starts servers whose data is thrown away in the end; {@code addressFile} appears
	 * when they are ready.
	 * @param watched with this process the servers end, too
	 * @param log where the process says why it can't start
	 * @param servers any of {@code postgres}, {@code redis}, {@code elasticsearch}
	 */
	public static Process start(Path stateFolder, Path addressFile, ProcessHandle watched, Path log, String... servers)
			throws IOException {
		List<String> command = new ArrayList<>(List.of("setsid",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx48m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", classPath(), Main.class.getName(),
				stateFolder.toString(), addressFile.toString(), String.valueOf(watched.pid())));
		command.addAll(List.of(servers));
		command.add("discard");
		return new ProcessBuilder(command).redirectInput(Redirect.from(new File("/dev/null")))
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
	}

	/*
	 * Only what it needs, and only lasting files: the class path of a test JVM may be one
	 * jar that is gone with it.
	 */
	private static String classPath() {
		return Stream
			.concat(Stream.of(Main.class, Driver.class, XZInputStream.class).map(ServersProcess::source),
					Binaries.jars().stream())
			.map(Path::toString)
			.distinct()
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static Path source(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
