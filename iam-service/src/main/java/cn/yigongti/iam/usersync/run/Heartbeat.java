package cn.yigongti.iam.usersync.run;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/** Says again and again that a part is being worked on, for as long as it is. */
class Heartbeat implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

	private final Parts parts;

	private final Part part;

	private final Duration interval;

	private final Thread thread;

	private Heartbeat(Parts parts, Part part, Duration interval) {
		this.parts = parts;
		this.part = part;
		this.interval = interval;
		this.thread = Thread.ofVirtual().name("user-sync-heartbeat").unstarted(this::beat);
	}

	static Heartbeat of(Parts parts, Part part, Duration lease) {
		Heartbeat heartbeat = new Heartbeat(parts, part, lease.dividedBy(4));
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
			return this.parts.prolong(this.part);
		}
		catch (DataAccessException ex) {
			log.warn("user synchronisation {}: no heartbeat: {}", this.part.syncId(), ex.getMessage());
			return true;
		}
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

}
