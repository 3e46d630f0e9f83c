package cn.yigongti.localservers;

import java.time.Duration;

/** Looks again and again, in short intervals, until a limit is over. */
final class Waiting {

	private static final Duration INTERVAL = Duration.ofMillis(20);

	private final long end;

	private Waiting(long end) {
		this.end = end;
	}

	static Waiting atMost(Duration limit) {
		return new Waiting(System.nanoTime() + limit.toNanos());
	}

	/**
	 * Pauses for one interval; false when the limit is over or the thread was told to
	 * give up.
	 */
	boolean goesOn() {
		if (System.nanoTime() - this.end >= 0) {
			return false;
		}
		try {
			Thread.sleep(INTERVAL);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
