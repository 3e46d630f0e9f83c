package cn.yigongti.dev.hissimulator;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * What the third-party consultation system was given. It says that it received something,
 * and nothing more: nobody reads it, and no opinion will ever come back.
 */
final class Consultations {

	private final Map<String, Instant> deliveries = new ConcurrentHashMap<>();

	private final Clock clock;

	Consultations(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Takes a submission.
	 * @param deliveryId the same for each attempt to deliver the same thing
	 */
	Receipt receive(String deliveryId) {
		Instant now = this.clock.instant();
		Instant before = this.deliveries.putIfAbsent(deliveryId, now);
		return new Receipt(deliveryId, (before != null) ? before : now, before != null);
	}

	@Nullable Receipt receipt(String deliveryId) {
		Instant receivedAt = this.deliveries.get(deliveryId);
		return (receivedAt != null) ? new Receipt(deliveryId, receivedAt, false) : null;
	}

	/**
	 * @param duplicate whether it had been received before
	 */
	record Receipt(String deliveryId, Instant receivedAt, boolean duplicate) {
	}

}
