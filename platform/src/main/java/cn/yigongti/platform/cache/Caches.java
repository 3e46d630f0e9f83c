package cn.yigongti.platform.cache;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;

/** Makes the caches of a service. */
public class Caches {

	private static final Pattern NAME = Pattern.compile("[a-z]+(_[a-z]+)*");

	private final Function<String, Entries> entries;

	private final MeterRegistry meters;

	private final Map<String, Cache<?>> caches = new ConcurrentHashMap<>();

	Caches(Function<String, Entries> entries, MeterRegistry meters) {
		this.entries = entries;
		this.meters = meters;
	}

	/**
	 * A cache of its own.
	 * @param name in small letters; tables name it in their triggers, see
	 * {@link OutdatedByTables}
	 */
	public <V> Cache<V> create(String name, Class<V> type) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("a cache can't be called " + name);
		}
		Cache<V> cache = new Cache<>(this.entries.apply(name), new EntryFormat<>(type),
				new Readings(this.meters, name));
		if (this.caches.putIfAbsent(name, cache) != null) {
			throw new IllegalStateException("there is a cache called " + name + " already");
		}
		return cache;
	}

	Set<String> names() {
		return Collections.unmodifiableSet(this.caches.keySet());
	}

	void invalidate(String name) {
		Cache<?> cache = this.caches.get(name);
		if (cache != null) {
			cache.invalidate();
		}
	}

}
