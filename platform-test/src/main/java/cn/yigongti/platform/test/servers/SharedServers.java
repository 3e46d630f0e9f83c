package cn.yigongti.platform.test.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import cn.yigongti.localservers.Addresses;
import cn.yigongti.localservers.ServersProcess;
import tools.jackson.databind.json.JsonMapper;

/**
 * Servers in a process that belongs to the Maven run: the first test JVM starts it, later
 * ones find its addresses in a folder of the run, and it ends with the run.
 */
final class SharedServers {

	private static final Duration START_LIMIT = Duration.ofMinutes(2);

	private SharedServers() {
	}

	static Addresses join(String group, String... servers) {
		try {
			Path folder = RunFolder.of(MavenRun.process(), group);
			try (FileChannel channel = FileChannel.open(folder.resolve("start.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE); FileLock held = channel.lock()) {
				Objects.requireNonNull(held);
				return runningOrStarted(folder, servers);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Addresses runningOrStarted(Path folder, String... servers) throws IOException {
		Path addresses = folder.resolve("addresses.json");
		if (!Files.exists(addresses) || !RunFolder.runs(folder)) {
			Files.deleteIfExists(addresses);
			Process process = ServersProcess.start(folder.resolve("state"), addresses, MavenRun.process(),
					folder.resolve("process.log"), servers);
			RunFolder.belongsTo(folder, process);
			await(process, addresses, folder.resolve("process.log"));
		}
		return JsonMapper.shared().readValue(addresses.toFile(), Addresses.class);
	}

	private static void await(Process process, Path addresses, Path log) throws IOException {
		long end = System.nanoTime() + START_LIMIT.toNanos();
		while (!Files.exists(addresses)) {
			try {
				if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
					process.destroy();
					throw new IllegalStateException("The test servers don't start:\n" + Files.readString(log));
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while the test servers start", ex);
			}
		}
	}

}
