package cn.yigongti.consultation.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import static java.util.concurrent.ThreadLocalRandom.current;

/**
 * How long to wait before the next attempt: exponential, with full jitter, so that what
 * failed together doesn't come again together.
 */
record BackOff(Duration first, Duration longest, @Nullable RandomGenerator random) {

	private static final long LEAST = Duration.ofSeconds(1).toMillis();

	static BackOff of(DeliveryProperties properties) {
		return new BackOff(properties.firstBackOff(), properties.longestBackOff(), null);
	}

	/**
	 * The wait after so many failures in a row.
	 * @param asked by the other side, honoured within the longest wait
	 */
	Duration after(int failures, @Nullable Duration asked) {
		long ceiling = Math.max(LEAST + 1, Math.min(this.longest.toMillis(), grown(failures)));
		Duration wait = Duration
			.ofMillis(Objects.requireNonNullElseGet(this.random, () -> current()).nextLong(LEAST, ceiling));
		Duration wanted = (asked != null && asked.compareTo(wait) > 0) ? asked : wait;
		return (wanted.compareTo(this.longest) > 0) ? this.longest : wanted;
	}

	private long grown(int failures) {
		int doublings = Math.min(Math.max(failures - 1, 0), 30);
		return this.first.multipliedBy(1L << doublings).toMillis();
	}

}
