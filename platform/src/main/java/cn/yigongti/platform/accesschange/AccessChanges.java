package cn.yigongti.platform.accesschange;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The changes of the last minutes, as far as this process has heard of them. What is once
 * known holds also while nothing new can be heard.
 */
public final class AccessChanges {

	/**
	 * The claim of a token that says what it depends on: names of things, each with the
	 * number of the last change that the token knows of. What the names mean is nobody's
	 * business but the issuer's.
	 */
	public static final String CLAIM = "access_as_of";

	/** Without a word for so long, we can't say that changes take effect in time. */
	private static final Duration SILENCE = Duration.ofSeconds(5);

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	private final LongSupplier nanoTime;

	private final Counter outdated;

	private final Counter unchecked;

	private volatile long lastWord;

	private volatile boolean everHeard;

	private record Known(long number, long heardAt) {

	}

	AccessChanges(MeterRegistry meters, LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.lastWord = nanoTime.getAsLong();
		this.outdated = Counter.builder("yigongti.access.changes.outdated")
			.description("Requests refused because their token is older than a change of what it says")
			.register(meters);
		this.unchecked = Counter.builder("yigongti.access.changes.unchecked")
			.description("Requests that went on with what their token says while changes were not heard of")
			.register(meters);
		Gauge.builder("yigongti.access.changes.heard", this, (changes) -> changes.areHeard() ? 1 : 0)
			.description("1 while changes of what tokens say are heard of within seconds")
			.register(meters);
	}

	/**
	 * Checks what a token depends on.
	 * @param asOf the numbers of the last changes that it knows of
	 * @throws TokenOutdated when something has changed since
	 */
	public void verify(Map<String, Long> asOf) {
		if (asOf.entrySet().stream().anyMatch((one) -> isOutdated(one.getKey(), one.getValue()))) {
			this.outdated.increment();
			throw new TokenOutdated();
		}
		if (!asOf.isEmpty() && !areHeard()) {
			this.unchecked.increment();
		}
	}

	private boolean isOutdated(String name, long number) {
		Known last = this.known.get(name);
		return last != null && last.number() > number;
	}

	void hear(Map<String, Long> changes) {
		long now = this.nanoTime.getAsLong();
		changes.forEach((name, number) -> this.known.merge(name, new Known(number, now),
				(one, other) -> (one.number() > other.number()) ? one : other));
	}

	/** Up to this moment all was heard. */
	void isWhole() {
		this.lastWord = this.nanoTime.getAsLong();
		this.everHeard = true;
	}

	boolean areHeard() {
		return this.everHeard && !isSilent();
	}

	/** Whether nothing was heard for too long, even if we have only just begun. */
	boolean isSilent() {
		return this.nanoTime.getAsLong() - this.lastWord > SILENCE.toNanos();
	}

	/** Forgets what is older than any token that is still valid. */
	void forgetOld() {
		long now = this.nanoTime.getAsLong();
		this.known.values().removeIf((one) -> now - one.heardAt() > ChangeStream.KEPT.toNanos());
	}

}
