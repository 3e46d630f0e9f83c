package cn.yigongti.localservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * All that the servers of one owner keep: data, logs, secrets. One owner at a time holds
 * it by a lock that its death releases; servers that a dead owner left behind are gone
 * before a new one begins.
 */
final class StateFolder implements AutoCloseable {

	private static final Duration LEFT_OVER_LIMIT = Duration.ofSeconds(15);

	private final Path folder;

	private final FileChannel lock;

	private StateFolder(Path folder, FileChannel lock) {
		this.folder = folder;
		this.lock = lock;
	}

	static StateFolder take(Path folder) {
		try {
			Path absolute = Files.createDirectories(folder.toAbsolutePath().normalize());
			Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
			StateFolder state = new StateFolder(absolute, lock(absolute));
			state.endLeftOvers();
			PrivateFile.write(state.leash(), leashScript());
			return state;
		}
		catch (IOException ex) {
			throw new CannotStart("Cannot use the state folder " + folder + ": " + ex, ex);
		}
	}

	private static FileChannel lock(Path folder) throws IOException {
		FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		FileLock lock = tryLock(channel);
		if (lock == null) {
			channel.close();
			throw new CannotStart("The servers of " + folder + " run already: stop the process that holds them first");
		}
		return channel;
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException heldByThisProcess) {
			return null;
		}
	}

	Path secrets() {
		return this.folder.resolve("secrets.properties");
	}

	Path pidFile(String server) {
		return folder("run").resolve(server + ".pid");
	}

	Path leash() {
		return this.folder.resolve("leash.sh");
	}

	private static String leashScript() throws IOException {
		try (InputStream script = StateFolder.class.getResourceAsStream("leash.sh")) {
			return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** A fresh log; that of the time before is kept beside it. */
	Path newLog(String server) {
		Path log = folder("logs").resolve(server + ".log");
		try {
			if (Files.exists(log)) {
				Files.move(log, log.resolveSibling(server + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
			}
			return Files.createFile(log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path folder(String name) {
		try {
			return Files.createDirectories(this.folder.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void endLeftOvers() throws IOException {
		List<Path> pidFiles;
		try (Stream<Path> files = Files.list(folder("run"))) {
			pidFiles = files.toList();
		}
		for (Path pidFile : pidFiles) {
			ProcessHandle leftOver = leftOver(pidFile);
			if (leftOver != null) {
				end(leftOver);
			}
			Files.deleteIfExists(pidFile);
		}
	}

	/**
	 * The process that the file was written for, when it still runs; a later one that got
	 * its number isn't it.
	 */
	private static @Nullable ProcessHandle leftOver(Path pidFile) throws IOException {
		String pid = Files.readString(pidFile).strip();
		if (pid.isEmpty()) {
			return null;
		}
		Instant written = Files.getLastModifiedTime(pidFile).toInstant();
		return ProcessHandle.of(Long.parseLong(pid))
			.filter((process) -> process.info()
				.startInstant()
				.filter((started) -> started.isBefore(written.plusSeconds(1)))
				.isPresent())
			.orElse(null);
	}

	/** Its leash is stopping it already, as a rule; if nobody does, that is done here. */
	private static void end(ProcessHandle leftOver) {
		long seconds = LEFT_OVER_LIMIT.toSeconds();
		leftOver.onExit().completeOnTimeout(leftOver, seconds, TimeUnit.SECONDS).join();
		leftOver.destroyForcibly();
		leftOver.onExit().orTimeout(seconds, TimeUnit.SECONDS).join();
	}

	@Override
	public void close() {
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
