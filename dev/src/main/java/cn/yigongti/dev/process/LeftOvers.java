package cn.yigongti.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Children of an earlier run whose parent was killed: they are ending by themselves, but
 * it takes a moment, in which they still hold their ports. A file remembers them, each
 * with its number and its start, because numbers are used again.
 */
public final class LeftOvers {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final Path file;

	public LeftOvers(Path file) {
		this.file = file;
	}

	public void remember(List<ProcessHandle> children) {
		try {
			Files.write(this.file, children.stream().map(LeftOvers::line).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits for those that are still there, and ends the ones that don't hear.
	 */
	public void awaitEnd() {
		try (Stream<String> lines = Files.exists(this.file) ? Files.lines(this.file) : Stream.empty()) {
			lines.map(LeftOvers::child).flatMap(Optional::stream).forEach(LeftOvers::awaitEnd);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void awaitEnd(ProcessHandle child) {
		try {
			child.onExit().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			child.destroyForcibly();
			child.onExit().join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String line(ProcessHandle child) {
		return child.pid() + " " + child.info().startInstant().map(Object::toString).orElse("");
	}

	private static Optional<ProcessHandle> child(String line) {
		long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
		return ProcessHandle.of(pid).filter((process) -> process.isAlive() && line(process).equals(line));
	}

}
