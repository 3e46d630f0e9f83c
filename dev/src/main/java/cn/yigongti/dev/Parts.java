package cn.yigongti.dev;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;

/**
 * What has been started so far, to be stopped the other way round: the users of a thing
 * before the thing. Stopping may begin while starting still goes on.
 */
final class Parts implements AutoCloseable {

	private final Deque<AutoCloseable> started = new ArrayDeque<>();

	private boolean closed;

	/**
	 * Adds what was just started.
	 * @throws CancellationException when all is being stopped already, this one included
	 */
	synchronized <T extends AutoCloseable> T add(T part) {
		if (this.closed) {
			close(part);
			throw new CancellationException("Told to stop while starting");
		}
		this.started.push(part);
		return part;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		while (!this.started.isEmpty()) {
			close(this.started.pop());
		}
	}

	private static void close(AutoCloseable part) {
		try {
			part.close();
		}
		catch (Exception ex) {
			System.err.println("Not stopped in good order: " + ex);
		}
	}

}
