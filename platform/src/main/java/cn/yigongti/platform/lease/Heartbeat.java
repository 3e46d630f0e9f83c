package cn.yigongti.platform.lease;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/** Says again and again that something is being worked on, for as long as it is. */
public final class Heartbeat implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

	private final String work;

	private final BooleanSupplier prolong;

	private final Duration interval;

	private final Thread thread;

	private Heartbeat(String work, BooleanSupplier prolong, Duration interval) {
		this.work = work;
		this.prolong = prolong;
		this.interval = interval;
		this.thread = Thread.ofVirtual().name("heartbeat of " + work).unstarted(this::beat);
	}

	/**
	 * Begins to beat, four times a lease.
	 * @param work what it is called in the log
	 * @param prolong prolongs the lease; false when it is another's by now, which ends
	 * the beating
	 */
	public static Heartbeat of(String work, BooleanSupplier prolong, Duration lease) {
		Heartbeat heartbeat = new Heartbeat(work, prolong, lease.dividedBy(4));
		heartbeat.thread.start();
		return heartbeat;
	}

	private void beat() {
		try {
			do {
				Thread.sleep(this.interval);
			}
			while (isOurs());
		}
		catch (InterruptedException ex) {
			// the work is done
		}
	}

	/** A database that can't be reached for a moment takes nothing from us. */
	private boolean isOurs() {
		try {
			return this.prolong.getAsBoolean();
		}
		catch (DataAccessException ex) {
			log.warn("{}: no heartbeat: {}", this.work, ex.getMessage());
			return true;
		}
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

}
