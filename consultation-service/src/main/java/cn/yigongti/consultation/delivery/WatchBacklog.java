package cn.yigongti.consultation.delivery;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Counts what waits, and gives up what has waited too long for a host that is left alone.
 */
class WatchBacklog {

	private static final Logger log = LoggerFactory.getLogger(WatchBacklog.class);

	private final Outbox outbox;

	private final Hosts hosts;

	private final DeliveryMetrics metrics;

	WatchBacklog(Outbox outbox, Hosts hosts, DeliveryMetrics metrics) {
		this.outbox = outbox;
		this.hosts = hosts;
		this.metrics = metrics;
	}

	@Scheduled(fixedDelayString = "${yigongti.consultation.delivery.watch-interval}",
			initialDelayString = "${yigongti.consultation.delivery.watch-interval}")
	void look() {
		List<String> suspended = this.hosts.suspended();
		if (!suspended.isEmpty()) {
			this.outbox.parkOverdue(suspended)
				.forEach((id) -> log.warn("Delivery {} is parked: its host is not well", id));
		}
		this.metrics.counted(this.outbox.backlog());
	}

}
