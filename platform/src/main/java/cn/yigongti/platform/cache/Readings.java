package cn.yigongti.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of the reads of one cache. */
final class Readings {

	private final Counter hits;

	private final Counter misses;

	private final Counter unavailable;

	Readings(MeterRegistry meters, String cache) {
		this.hits = counter(meters, cache, "hit");
		this.misses = counter(meters, cache, "miss");
		this.unavailable = counter(meters, cache, "unavailable");
	}

	private static Counter counter(MeterRegistry meters, String cache, String result) {
		return Counter.builder("yigongti.cache.reads")
			.description("Values asked of a cache; unavailable ones went to the database because Redis did not answer")
			.tag("cache", cache)
			.tag("result", result)
			.register(meters);
	}

	void count(boolean hit) {
		(hit ? this.hits : this.misses).increment();
	}

	void countUnavailable(int values) {
		this.unavailable.increment(values);
	}

}
