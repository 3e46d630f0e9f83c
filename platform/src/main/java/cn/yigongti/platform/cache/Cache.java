package cn.yigongti.platform.cache;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Values of one kind by their keys. Keys hold everything a value depends on that can
 * change without a change of the database, such as the date; never a name or number of a
 * patient. What isn't found in the database is not remembered.
 * <p>
 * Inside a transaction the cache is passed by: what is read there may never be committed,
 * or come from a standby.
 *
 * @param <V> best a record; what another version of it wrote is not read
 */
public final class Cache<V> {

	private final Entries entries;

	private final EntryFormat<V> format;

	private final Readings readings;

	private final Map<Flight, CompletableFuture<Optional<V>>> flights = new ConcurrentHashMap<>();

	/** Loads of one generation are shared, those of different ones never. */
	private record Flight(String generation, String key) {

	}

	Cache(Entries entries, EntryFormat<V> format, Readings readings) {
		this.entries = entries;
		this.format = format;
		this.readings = readings;
	}

	/** The value of a key: cached, or else loaded, by one caller at a time. */
	public Optional<V> get(String key, Supplier<Optional<V>> load) {
		Snapshot snapshot = snapshot(List.of(key)).orElse(null);
		if (snapshot == null) {
			return load.get();
		}
		Optional<V> cached = snapshot.value(key).flatMap(this.format::read);
		this.readings.count(cached.isPresent());
		return cached.or(() -> loadOnce(new Flight(snapshot.generation(), key), load));
	}

	/**
	 * The values of many keys in one round trip.
	 * @param load reads those which aren't cached
	 */
	public Map<String, V> getAll(Collection<String> keys, Function<Set<String>, Map<String, V>> load) {
		Set<String> missing = new HashSet<>(keys);
		Snapshot snapshot = snapshot(List.copyOf(missing)).orElse(null);
		if (snapshot == null) {
			return load.apply(missing);
		}
		Map<String, V> found = new HashMap<>();
		for (String key : List.copyOf(missing)) {
			Optional<V> cached = snapshot.value(key).flatMap(this.format::read);
			this.readings.count(cached.isPresent());
			cached.ifPresent((value) -> {
				missing.remove(key);
				found.put(key, value);
			});
		}
		if (!missing.isEmpty()) {
			Map<String, V> loaded = load.apply(missing);
			write(snapshot.generation(), loaded);
			found.putAll(loaded);
		}
		return found;
	}

	/**
	 * Makes everything cached void: when the current transaction has been committed, or
	 * at once when there is none.
	 */
	public void invalidate() {
		if (TransactionSynchronizationManager.isActualTransactionActive()
				&& TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new RenewalAfterCommit(this.entries));
		}
		else {
			this.entries.renew();
		}
	}

	private Optional<Snapshot> snapshot(List<String> keys) {
		if (keys.isEmpty() || TransactionSynchronizationManager.isActualTransactionActive()) {
			return Optional.empty();
		}
		Optional<Snapshot> snapshot = this.entries.read(keys);
		if (snapshot.isEmpty()) {
			this.readings.countUnavailable(keys.size());
		}
		return snapshot;
	}

	private Optional<V> loadOnce(Flight flight, Supplier<Optional<V>> load) {
		CompletableFuture<Optional<V>> own = new CompletableFuture<>();
		CompletableFuture<Optional<V>> other = this.flights.putIfAbsent(flight, own);
		return (other != null) ? awaited(other, load) : load(flight, own, load);
	}

	private Optional<V> load(Flight flight, CompletableFuture<Optional<V>> result, Supplier<Optional<V>> load) {
		try {
			Optional<V> loaded = load.get();
			result.complete(loaded);
			loaded.ifPresent((value) -> write(flight.generation(), Map.of(flight.key(), value)));
			return loaded;
		}
		finally {
			result.completeExceptionally(new IllegalStateException("not loaded"));
			this.flights.remove(flight);
		}
	}

	private static <V> Optional<V> awaited(CompletableFuture<Optional<V>> other, Supplier<Optional<V>> load) {
		try {
			return other.join();
		}
		catch (CompletionException ex) {
			return load.get();
		}
	}

	private void write(String generation, Map<String, V> values) {
		Map<String, String> texts = new HashMap<>();
		values.forEach((key, value) -> texts.put(key, this.format.write(value)));
		this.entries.write(generation, texts);
	}

}
