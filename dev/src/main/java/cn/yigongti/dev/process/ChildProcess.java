package cn.yigongti.dev.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * A program that runs for us, and no longer than we do.
 */
public final class ChildProcess implements AutoCloseable {

	private static final Duration GRACE = Duration.ofSeconds(20);

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** Of a stack trace: what went wrong stands between them. */
	private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d)");

	private final String name;

	private final Process process;

	private final Path log;

	ChildProcess(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
	}

	public String name() {
		return this.name;
	}

	public ProcessHandle handle() {
		return this.process.toHandle();
	}

	/**
	 * Waits until it is ready.
	 * @throws ProgramFailed when it ended or wasn't ready in time, with the end of its
	 * log
	 */
	public void awaitReady(BooleanSupplier ready, Duration limit) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		while (!ready.getAsBoolean()) {
			if (!this.process.isAlive()) {
				throw failed("ended with status " + this.process.exitValue());
			}
			if (System.nanoTime() - end > 0) {
				throw failed("was not ready after " + limit.toSeconds() + " s");
			}
			Thread.sleep(PAUSE);
		}
	}

	/**
	 * Makes sure that it still runs.
	 * @throws ProgramFailed when it doesn't
	 */
	public void requireAlive() {
		if (!this.process.isAlive()) {
			throw failed("ended with status " + this.process.exitValue());
		}
	}

	private ProgramFailed failed(String what) {
		return new ProgramFailed(this.name, what, this.log, lastLines(25));
	}

	private List<String> lastLines(int atMost) {
		try {
			List<String> lines = new String(Files.readAllBytes(this.log), StandardCharsets.UTF_8).lines()
				.filter((line) -> !FRAME.matcher(line).find())
				.toList();
			return lines.subList(Math.max(0, lines.size() - atMost), lines.size());
		}
		catch (IOException ex) {
			return List.of("(unreadable: " + ex.getMessage() + ")");
		}
	}

	/**
	 * Asks it to end, and waits until it has.
	 */
	@Override
	public void close() {
		close(GRACE);
	}

	/**
	 * Asks it to end, and waits so long before it ends it without asking.
	 */
	public void close(Duration grace) {
		this.process.destroy();
		try {
			if (!this.process.waitFor(grace.toSeconds(), TimeUnit.SECONDS)) {
				kill();
			}
		}
		catch (InterruptedException ex) {
			kill();
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Ends it, and what it started, without asking.
	 */
	public void kill() {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly().onExit().join();
	}

}
