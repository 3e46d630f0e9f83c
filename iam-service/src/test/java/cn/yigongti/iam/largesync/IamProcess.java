package cn.yigongti.iam.largesync;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import cn.yigongti.dev.process.ChildProcess;
import cn.yigongti.dev.process.JavaProgram;
import cn.yigongti.iam.IamServiceApplication;
import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.ConsoleSession;

/** The service in a process of its own, with little memory. */
final class IamProcess implements AutoCloseable {

	static final int MEGABYTES = 256;

	static final String OPERATOR_SECRET = "operator-secret-of-this-test";

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	/** What was in use when the collector began, for example {@code 201M->}. */
	private static final Pattern BEFORE_COLLECTION = Pattern.compile("(\\d+)M->\\d+M");

	private final ChildProcess process;

	private final Path log;

	private final Path collections;

	private IamProcess(ChildProcess process, Path log, Path collections) {
		this.process = process;
		this.log = log;
		this.collections = collections;
	}

	static IamProcess start(String name, Path folder, Map<String, String> settings) throws InterruptedException {
		Path log = folder.resolve(name + ".log");
		Path collections = folder.resolve(name + "-gc.log");
		List<Path> classpath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
			.filter((entry) -> !entry.isEmpty())
			.map(Path::of)
			.toList();
		List<String> arguments = settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toList();
		ChildProcess process = new JavaProgram(name,
				List.of("-Xmx" + MEGABYTES + "m", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC",
						"-Xlog:gc:file=" + collections),
				classpath, IamServiceApplication.class.getName(), arguments)
			.start(log);
		IamProcess started = new IamProcess(process, log, collections);
		process.awaitReady(() -> PORT.matcher(text(log)).find(), Duration.ofMinutes(3));
		return started;
	}

	/** Called by the machine client that sets an installation up. */
	Api api() {
		Matcher started = PORT.matcher(log());
		if (!started.find()) {
			throw new IllegalStateException("no port in the log");
		}
		int port = Integer.parseInt(started.group(1));
		String token = ConsoleSession
			.json(new ConsoleSession(port).post("/oauth2/token", "grant_type", "client_credentials", "client_id",
					"operator", "client_secret", OPERATOR_SECRET))
			.path("access_token")
			.asString();
		return new Api(port, "Bearer " + token);
	}

	String log() {
		return text(this.log);
	}

	/** The most that was in use of the heap, in megabytes, so far. */
	int peak() {
		return BEFORE_COLLECTION.matcher(text(this.collections))
			.results()
			.mapToInt((match) -> Integer.parseInt(match.group(1)))
			.max()
			.orElseThrow();
	}

	void kill() {
		this.process.kill();
	}

	void requireAlive() {
		this.process.requireAlive();
	}

	private static String text(Path file) {
		try {
			return Files.exists(file) ? Files.readString(file) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.close();
	}

}
