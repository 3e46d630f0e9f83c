package cn.yigongti.org.organizationimport.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import cn.yigongti.org.organizationimport.Failure;
import cn.yigongti.org.organizationimport.ImportProperties;
import cn.yigongti.org.organizationimport.ImportSubmitted;
import cn.yigongti.org.organizationimport.Tally;
import cn.yigongti.org.organizationimport.row.ImportRows;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.platform.lease.Heartbeat;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs what waits, one import at a time; other replicas do the same. It looks when
 * something has just been handed in here, and now and then for what was handed in
 * elsewhere or left behind.
 */
@Component
class ImportWorker {

	private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

	private static final int MAX_ATTEMPTS = 5;

	private static final Duration STOPPING = Duration.ofSeconds(10);

	private final Runs runs;

	private final RunImport importing;

	private final ImportRows rows;

	private final ImportProperties properties;

	private final TransactionOperations transaction;

	private final Semaphore idle = new Semaphore(1);

	private volatile boolean stopping;

	private volatile @Nullable Thread thread;

	ImportWorker(Runs runs, RunImport importing, ImportRows rows, ImportProperties properties,
			TransactionOperations transaction) {
		this.runs = runs;
		this.importing = importing;
		this.rows = rows;
		this.properties = properties;
		this.transaction = transaction;
	}

	@TransactionalEventListener
	void submitted(ImportSubmitted event) {
		wake();
	}

	@Scheduled(fixedDelayString = "${yigongti.org.imports.poll-interval}")
	void wake() {
		if (!this.stopping && this.idle.tryAcquire()) {
			this.thread = Thread.ofVirtual().name("organization-import").start(this::work);
		}
	}

	private void work() {
		try {
			while (!this.stopping && runNext()) {
				log.debug("looking for the next");
			}
		}
		finally {
			this.idle.release();
		}
	}

	/**
	 * Runs the import that has waited longest.
	 * @return whether there was one
	 */
	boolean runNext() {
		Optional<Run> next = this.runs.claim();
		next.ifPresent(this::attempt);
		return next.isPresent();
	}

	private void attempt(Run run) {
		log.info("organization import {}: attempt {}", run.id(), run.attempt());
		try (Heartbeat _ = Heartbeat.of("organization import " + run.id(), () -> this.runs.prolong(run),
				this.properties.lease())) {
			this.importing.run(run);
		}
		catch (LeaseLost ex) {
			log.warn("{} was taken over by another replica", ex.getMessage());
		}
		catch (SheetRefused ex) {
			giveUp(run, new Failure(ex.reason().code(), ex.arguments()));
		}
		catch (IOException | RuntimeException ex) {
			again(run, ex);
		}
	}

	/** A clash with somebody else, a database that was away: it may go well next time. */
	private void again(Run run, Exception failure) {
		if (Thread.interrupted() || this.stopping) {
			this.runs.giveBack(run, Duration.ZERO);
		}
		else if (run.attempt() < MAX_ATTEMPTS) {
			log.warn("organization import {}: attempt {} failed: {}", run.id(), run.attempt(),
					NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
			this.runs.giveBack(run, Duration.ofSeconds(run.attempt()));
		}
		else {
			log.error("organization import {} failed", run.id(), failure);
			giveUp(run, new Failure("internal-error"));
		}
	}

	private void giveUp(Run run, Failure failure) {
		this.transaction.executeWithoutResult((status) -> {
			this.runs.finish(run, failure, Tally.NONE);
			this.rows.deleteAll(run.id());
		});
	}

	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		Thread running = this.thread;
		if (running != null) {
			running.interrupt();
			running.join(STOPPING);
		}
	}

}
