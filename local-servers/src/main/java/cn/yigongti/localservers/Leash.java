package cn.yigongti.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A server process on a leash: it lives only as long as this JVM holds the other end.
 * <p>
 * The other end is a pipe to a small shell, the parent of the server. The kernel closes
 * the pipe when this JVM ends, in whichever way, {@code SIGKILL} included; the shell then
 * stops the server, and kills it if it isn't gone in time. Letting go of the pipe is also
 * how a server is stopped in good order, so there is one way to end. A session of its own
 * keeps the Ctrl-C of a terminal from stopping a server before those who use it.
 */
final class Leash implements AutoCloseable {

	private static final int END_OF_LOG = 2_000;

	private static final Duration GRACE = Duration.ofSeconds(10);

	/* A pipe whose process object is garbage would be closed, and the server with it. */
	private static final Set<Leash> HELD = ConcurrentHashMap.newKeySet();

	private final String server;

	private final Process shell;

	private final Path log;

	private Leash(String server, Process shell, Path log) {
		this.server = server;
		this.shell = shell;
		this.log = log;
		HELD.add(this);
	}

	/**
	 * Starts a server.
	 * @param signal what asks this server to stop in good order, without {@code SIG}
	 */
	static Leash start(String server, StateFolder state, String signal, List<String> command) {
		List<String> leashed = new ArrayList<>(List.of("setsid", "sh"));
		leashed.add(state.leash().toString());
		leashed.add(state.pidFile(server).toString());
		leashed.add(signal);
		leashed.add(String.valueOf(GRACE.toMillis() / 100));
		leashed.addAll(command);
		Path log = state.newLog(server);
		ProcessBuilder builder = new ProcessBuilder(leashed).redirectErrorStream(true)
			.redirectOutput(Redirect.appendTo(log.toFile()));
		try {
			return new Leash(server, builder.start(), log);
		}
		catch (IOException ex) {
			throw new CannotStart("Cannot start " + server + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Waits until the server is ready, or says why it isn't: it ended, or took longer
	 * than the limit.
	 */
	void awaitReady(Duration limit, Condition ready) {
		Waiting waiting = Waiting.atMost(limit);
		while (!ready.holds()) {
			if (!this.shell.isAlive()) {
				throw failed("ended with status " + this.shell.exitValue());
			}
			if (!waiting.goesOn()) {
				throw failed("isn't ready after " + limit.toSeconds() + " s");
			}
		}
	}

	boolean alive() {
		return this.shell.isAlive();
	}

	CannotStart failed(String what) {
		return new CannotStart("%s %s; the end of its log %s:%n%s".formatted(this.server, what, this.log, endOfLog()));
	}

	private String endOfLog() {
		try (SeekableByteChannel channel = Files.newByteChannel(this.log)) {
			channel.position(Math.max(0, channel.size() - END_OF_LOG));
			return new String(Channels.newInputStream(channel).readNBytes(END_OF_LOG), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "(unreadable: " + ex.getMessage() + ")";
		}
	}

	/** Lets go, and waits until the server has ended. */
	@Override
	public void close() {
		try {
			this.shell.getOutputStream().close();
			if (!this.shell.waitFor(GRACE.plusSeconds(5).toSeconds(), TimeUnit.SECONDS)) {
				this.shell.descendants().forEach(ProcessHandle::destroyForcibly);
				this.shell.destroyForcibly();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		HELD.remove(this);
	}

	/** Something to wait for. */
	interface Condition {

		boolean holds();

	}

}
