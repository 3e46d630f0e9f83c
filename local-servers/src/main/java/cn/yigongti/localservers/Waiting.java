package cn.yigongti.localservers;

import java.time.Duration;

/** Pauses between looks at something, for longer and longer, until a limit is over. */
final class Waiting {

	private static final Duration SHORTEST = Duration.ofMillis(10);

	private static final Duration LONGEST = Duration.ofMillis(200);

	private final long end;

	private Duration pause = SHORTEST;

	private Waiting(long end) {
		this.end = end;
	}

	static Waiting atMost(Duration limit) {
		return new Waiting(System.nanoTime() + limit.toNanos());
	}

	/** Pauses once; false when the limit is over or the thread was told to give up. */
	boolean goesOn() {
		if (System.nanoTime() - this.end >= 0) {
			return false;
		}
		try {
			Thread.sleep(this.pause);
			Duration longer = this.pause.multipliedBy(3).dividedBy(2);
			this.pause = (longer.compareTo(LONGEST) < 0) ? longer : LONGEST;
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
