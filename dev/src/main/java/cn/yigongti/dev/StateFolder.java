package cn.yigongti.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;

/**
 * All that a platform keeps between two runs. One run at a time holds it, by a lock that
 * the end of its process releases.
 */
final class StateFolder implements AutoCloseable {

	private final Path folder;

	private final FileChannel lock;

	private StateFolder(Path folder, FileChannel lock) {
		this.folder = folder;
		this.lock = lock;
	}

	/**
	 * Takes the folder for this process.
	 * @throws AlreadyRunning when another run holds it
	 */
	static StateFolder take(Path folder) {
		try {
			Files.createDirectories(folder);
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
			Files.createDirectories(folder.resolve("settings"));
			FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (tryLock(channel) == null) {
				channel.close();
				throw new AlreadyRunning(folder);
			}
			linkLogsOfServers(folder);
			Files.writeString(folder.resolve("pid"), ProcessHandle.current().pid() + "\n");
			return new StateFolder(folder, channel);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot use the folder " + folder, ex);
		}
	}

	/**
	 * The servers keep their logs with their data; a person looks for all logs in one
	 * place.
	 */
	private static void linkLogsOfServers(Path folder) throws IOException {
		Path link = Files.createDirectories(folder.resolve("logs")).resolve("servers");
		if (!Files.isSymbolicLink(link)) {
			Files.createSymbolicLink(link, Path.of("..", "servers", "logs"));
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	Path resolve(String name) {
		return this.folder.resolve(name);
	}

	Path path() {
		return this.folder;
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(this.folder.resolve("pid"));
			this.lock.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Another run holds the folder.
	 */
	static class AlreadyRunning extends RuntimeException {

		AlreadyRunning(Path folder) {
			super("A run is up already in %s: stop it first, with Ctrl-C where it was started".formatted(folder));
		}

	}

}
