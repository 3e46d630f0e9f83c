package cn.yigongti.consultation.delivery;

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** What an operator watches. */
class DeliveryMetrics {

	private static final String PREFIX = "yigongti.consultation.delivery.";

	private final MeterRegistry meters;

	private final AtomicLong waiting;

	private final AtomicLong oldest;

	private final AtomicLong parked;

	DeliveryMetrics(MeterRegistry meters) {
		this.meters = meters;
		this.waiting = gauge("waiting", "Deliveries that are to be attempted, as last counted", null);
		this.oldest = gauge("oldest.waiting", "How long the oldest of them has waited, as last seen", "seconds");
		this.parked = gauge("parked", "Deliveries that were given up, as last counted", null);
	}

	private AtomicLong gauge(String name, String description, @Nullable String unit) {
		AtomicLong value = new AtomicLong();
		Gauge.builder(PREFIX + name, value, AtomicLong::get)
			.description(description)
			.baseUnit(unit)
			.register(this.meters);
		return value;
	}

	void attempted(String outcome) {
		Counter.builder(PREFIX + "attempts")
			.description("Attempts to deliver")
			.tag("outcome", outcome)
			.register(this.meters)
			.increment();
	}

	void counted(Backlog backlog) {
		this.waiting.set(backlog.waiting());
		this.oldest.set(backlog.oldestWaiting().toSeconds());
		this.parked.set(backlog.parked());
	}

}
