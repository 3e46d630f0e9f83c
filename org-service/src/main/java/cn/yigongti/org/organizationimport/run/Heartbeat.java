package cn.yigongti.org.organizationimport.run;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/** Says again and again that an import is being worked on, for as long as it is. */
class Heartbeat implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

	private final Runs runs;

	private final Run run;

	private final Duration interval;

	private final Thread thread;

	private Heartbeat(Runs runs, Run run, Duration interval) {
		this.runs = runs;
		this.run = run;
		this.interval = interval;
		this.thread = Thread.ofVirtual().name("organization-import-heartbeat").unstarted(this::beat);
	}

	static Heartbeat of(Runs runs, Run run, Duration lease) {
		Heartbeat heartbeat = new Heartbeat(runs, run, lease.dividedBy(4));
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
			return this.runs.prolong(this.run);
		}
		catch (DataAccessException ex) {
			log.warn("organization import {}: no heartbeat: {}", this.run.id(), ex.getMessage());
			return true;
		}
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

}
