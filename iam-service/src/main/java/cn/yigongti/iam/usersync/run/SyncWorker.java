package cn.yigongti.iam.usersync.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import cn.yigongti.cloudhis.CloudHisUnavailable;
import cn.yigongti.iam.usersync.SyncRequested;
import cn.yigongti.iam.usersync.UserSyncProperties;
import cn.yigongti.platform.lease.Heartbeat;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what waits, some HIS at a time; other replicas do the same. It looks when a run
 * has just been asked for here, and now and then for what was asked for elsewhere or left
 * behind.
 */
@Component
class SyncWorker {

	private static final Logger log = LoggerFactory.getLogger(SyncWorker.class);

	private static final int MAX_ATTEMPTS = 5;

	private static final Duration STOPPING = Duration.ofSeconds(10);

	private final PlanSync planning;

	private final Parts parts;

	private final RunPart running;

	private final UserSyncProperties properties;

	private final TransactionTemplate transaction;

	private final Semaphore hands;

	private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

	private volatile boolean stopping;

	SyncWorker(PlanSync planning, Parts parts, RunPart running, UserSyncProperties properties,
			TransactionTemplate transaction) {
		this.planning = planning;
		this.parts = parts;
		this.running = running;
		this.properties = properties;
		this.transaction = transaction;
		this.hands = new Semaphore(properties.parallelSources());
	}

	@TransactionalEventListener
	void requested(SyncRequested event) {
		wake();
	}

	@Scheduled(fixedDelayString = "${yigongti.iam.user-sync.poll-interval}")
	void wake() {
		if (!this.stopping && this.hands.tryAcquire()) {
			Thread.ofVirtual().name("user-sync").start(this::work);
		}
	}

	private void work() {
		this.threads.add(Thread.currentThread());
		try {
			this.planning.planAll();
			while (!this.stopping && runNext()) {
				log.debug("looking for the next");
			}
		}
		catch (RuntimeException ex) {
			log.warn("User synchronisations have to wait: {}",
					NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
		}
		finally {
			this.threads.remove(Thread.currentThread());
			this.hands.release();
		}
	}

	private boolean runNext() {
		Optional<Part> next = this.parts.claim();
		next.ifPresent((part) -> {
			wake();
			attempt(part);
		});
		return next.isPresent();
	}

	private void attempt(Part part) {
		log.info("user synchronisation {} with {}: attempt {} from page {}", part.syncId(), part.source(),
				part.attempt(), part.position().page());
		try (Heartbeat _ = Heartbeat.of("user synchronisation " + part.syncId(), () -> this.parts.prolong(part),
				this.properties.lease())) {
			this.running.run(part);
		}
		catch (LeaseLost ex) {
			log.warn("{} is not ours any more", ex.getMessage());
		}
		catch (RuntimeException ex) {
			if (Thread.interrupted() || this.stopping) {
				this.parts.giveBack(part, Duration.ZERO);
			}
			else {
				failed(part, ex);
			}
		}
	}

	private void failed(Part part, RuntimeException failure) {
		switch (failure) {
			case CloudHisUnavailable unavailable -> fail(part, "cloud-his-" + codeOf(unavailable), failure);
			case ListWithoutEnd _ -> fail(part, "cloud-his-endless", failure);
			default -> again(part, failure);
		}
	}

	private static String codeOf(CloudHisUnavailable failure) {
		return failure.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** A clash with somebody else, a database that was away: it may go well next time. */
	private void again(Part part, RuntimeException failure) {
		if (part.attempt() < MAX_ATTEMPTS) {
			log.warn("user synchronisation {} with {}: attempt {} failed: {}", part.syncId(), part.source(),
					part.attempt(), NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
			this.parts.giveBack(part, Duration.ofSeconds(part.attempt()));
		}
		else {
			log.error("user synchronisation {} with {} broke off", part.syncId(), part.source(), failure);
			fail(part, "internal-error", failure);
		}
	}

	private void fail(Part part, String reason, RuntimeException cause) {
		log.warn("user synchronisation {} with {} failed: {}", part.syncId(), part.source(), cause.getMessage());
		try {
			this.transaction.executeWithoutResult((status) -> this.parts.finish(part, reason));
		}
		catch (LeaseLost ex) {
			log.warn("{} is not ours any more", ex.getMessage());
		}
	}

	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		for (Thread thread : this.threads) {
			thread.interrupt();
			thread.join(STOPPING);
		}
	}

}
