package cn.yigongti.platform.accesschange;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Does the same again and again while the service runs, in a thread of its own: work on
 * the common scheduler may wait for others for many seconds, and this may not.
 */
public final class Rounds implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Rounds.class);

	/**
	 * Twice this, for the one who writes and the one who reads, is far below 5 seconds.
	 */
	private static final Duration PAUSE = Duration.ofMillis(500);

	private final String name;

	private final Runnable round;

	private volatile @Nullable ScheduledExecutorService thread;

	public Rounds(String name, Runnable round) {
		this.name = name;
		this.round = round;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(this.name).factory());
		var _ = started.scheduleWithFixedDelay(this::once, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
		this.thread = started;
	}

	private void once() {
		try {
			this.round.run();
		}
		catch (RuntimeException ex) {
			log.error("A round of {} broke off", this.name, ex);
		}
	}

	@Override
	public void stop() {
		ScheduledExecutorService running = this.thread;
		this.thread = null;
		if (running != null) {
			running.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** Begins before the first request can come, and ends after the last. */
	@Override
	public int getPhase() {
		return 0;
	}

}
