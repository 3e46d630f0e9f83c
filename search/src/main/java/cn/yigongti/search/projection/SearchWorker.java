package cn.yigongti.search.projection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.search.server.ServerFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Goes on for as long as there is something to do, then looks again now and then, or when
 * told to. After a failure it waits, longer each time.
 */
class SearchWorker {

	private static final Logger log = LoggerFactory.getLogger(SearchWorker.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private static final Duration STOPPING = Duration.ofSeconds(10);

	private final Upkeep upkeep;

	private final Duration pollInterval;

	private final Semaphore news = new Semaphore(0);

	private final CountDownLatch stopping = new CountDownLatch(1);

	private final Thread thread;

	private int failures;

	SearchWorker(Upkeep upkeep, Duration pollInterval) {
		this.upkeep = upkeep;
		this.pollInterval = pollInterval;
		this.thread = Thread.ofVirtual().name("search index " + upkeep.name()).unstarted(this::work);
	}

	void start() {
		this.thread.start();
	}

	void wake() {
		this.news.release();
	}

	void stop() {
		this.stopping.countDown();
		this.news.release();
	}

	void awaitEnd() {
		try {
			if (this.thread.isAlive() && !this.thread.join(STOPPING)) {
				this.thread.interrupt();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void work() {
		try {
			while (this.stopping.getCount() > 0) {
				attempt();
			}
		}
		catch (InterruptedException ex) {
			log.debug("no further look at the index {}, the service ends", this.upkeep.name());
		}
	}

	private void attempt() throws InterruptedException {
		try {
			boolean more = this.upkeep.step();
			recovered();
			if (!more && this.news.tryAcquire(this.pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
				this.news.drainPermits();
			}
		}
		catch (ServerFailed | ServerBusy | DependencyUnavailable ex) {
			failed(String.valueOf(ex.getMessage()));
		}
		catch (DataAccessException | TransactionException ex) {
			failed(ex.getClass().getSimpleName());
		}
		catch (RuntimeException ex) {
			log.error("index {}: unexpected failure", this.upkeep.name(), ex);
			failed(ex.getClass().getSimpleName());
		}
	}

	private void recovered() {
		if (this.failures > 0) {
			log.info("index {} is kept up to date again", this.upkeep.name());
			this.failures = 0;
		}
	}

	private void failed(String reason) throws InterruptedException {
		if (this.failures == 0) {
			log.warn("index {} can't be kept up to date now: {}", this.upkeep.name(), reason);
		}
		long pause = Math.min(FIRST_PAUSE.toMillis() << Math.min(this.failures, 10), LONGEST_PAUSE.toMillis());
		this.failures++;
		if (this.stopping.await(pause, TimeUnit.MILLISECONDS)) {
			log.debug("stopping");
		}
	}

}
