package cn.yigongti.gateway.ratelimit;

import java.time.Duration;

/**
 * How much one client may ask for.
 *
 * @param requests in each {@code per}, in the long run
 * @param per the time for them
 * @param burst how many may come at once after a pause
 */
record RateLimit(int requests, Duration per, int burst) {

	RateLimit {
		if (requests < 1 || burst < 1 || !per.isPositive()) {
			throw new IllegalArgumentException("a rate limit lets at least one request through");
		}
	}

	/** So many in a minute, which may come at once after a pause. */
	static RateLimit perMinute(int requests) {
		return new RateLimit(requests, Duration.ofMinutes(1), requests);
	}

	/** Microseconds between two requests at the steady rate. */
	long interval() {
		return Math.max(1, per.toNanos() / 1000 / this.requests);
	}

	/** Microseconds by which a burst may run ahead of the steady rate. */
	long tolerance() {
		return interval() * this.burst;
	}

}
