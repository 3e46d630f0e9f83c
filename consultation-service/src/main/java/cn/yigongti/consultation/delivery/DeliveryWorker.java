package cn.yigongti.consultation.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Delivers what is due, some at a time; other replicas do the same, and none takes what
 * another has in hand.
 */
class DeliveryWorker {

	private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

	private final Outbox outbox;

	private final Courier courier;

	private final Hosts hosts;

	private final Semaphore hands;

	private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

	private final long patience;

	private volatile boolean stopping;

	DeliveryWorker(Outbox outbox, Courier courier, Hosts hosts, DeliveryProperties properties) {
		this.outbox = outbox;
		this.courier = courier;
		this.hosts = hosts;
		this.hands = new Semaphore(properties.concurrency());
		this.patience = properties.timeLimit().toMillis();
	}

	/** Lets another hand begin, if there is one. */
	@Scheduled(fixedDelayString = "${yigongti.consultation.delivery.poll-interval}",
			initialDelayString = "${yigongti.consultation.delivery.poll-interval}")
	void wake() {
		if (!this.stopping && this.hands.tryAcquire()) {
			Thread.ofVirtual().name("delivery").start(this::work);
		}
	}

	private void work() {
		this.threads.add(Thread.currentThread());
		try {
			while (!this.stopping && deliverNext(this::wake)) {
				log.debug("looking for the next");
			}
		}
		catch (RuntimeException ex) {
			log.warn("Deliveries have to wait: {}", NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
		}
		finally {
			this.threads.remove(Thread.currentThread());
			this.hands.release();
		}
	}

	/**
	 * Delivers what is due, one after the other.
	 * @return how many were in hand
	 */
	int deliverDue() {
		int count = 0;
		while (deliverNext(() -> {
		})) {
			count++;
		}
		return count;
	}

	private boolean deliverNext(Runnable onClaim) {
		Optional<Delivery> next = this.outbox.claim(this.hosts.spared());
		next.ifPresent((delivery) -> {
			onClaim.run();
			this.courier.carry(delivery, this.hosts);
		});
		return next.isPresent();
	}

	/** What is under way ends in time by itself. */
	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		for (Thread thread : this.threads) {
			thread.join(this.patience);
		}
	}

}
