package cn.yigongti.platform.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.yigongti.platform.test.servers.TestServers;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CacheTests {

	private final String service = Replica.newService();

	private final Replica one = Replica.of(this.service, TestServers.redis());

	private final Replica other = Replica.of(Replica.newService(), TestServers.redis());

	private final Cache<Thing> cache = this.one.cache("thing", Thing.class);

	private final AtomicInteger loads = new AtomicInteger();

	private volatile Thing row = new Thing("old", 1, null);

	/** What is cached. */
	record Thing(String name, long number, @Nullable String note) {

	}

	/** The same kind of thing in the next version of the service. */
	record LaterThing(String name, long number, @Nullable String note, @Nullable String colour) {

	}

	@AfterEach
	void close() {
		this.one.close();
		this.other.close();
	}

	private Optional<Thing> load() {
		this.loads.incrementAndGet();
		return Optional.of(this.row);
	}

	@Test
	void isAskedBeforeTheDatabase() {
		assertThat(this.cache.get("a", this::load)).contains(this.row);
		assertThat(this.cache.get("a", this::load)).contains(this.row);
		assertThat(this.loads).hasValue(1);
		assertThat(this.one.reads("thing", "miss")).isOne();
		assertThat(this.one.reads("thing", "hit")).isOne();
	}

	@Test
	void keepsKeysApart() {
		this.cache.get("a", this::load);
		assertThat(this.cache.get("b", () -> Optional.of(new Thing("b", 2, "note"))))
			.contains(new Thing("b", 2, "note"));
	}

	@Test
	void isSharedByTheReplicasOfAServiceAndByNobodyElse() {
		this.cache.get("a", this::load);
		try (Replica second = Replica.of(this.service + "-x", TestServers.redis())) {
			second.cache("thing", Thing.class).get("a", this::load);
			assertThat(this.loads).hasValue(2);
		}
		Cache<Thing> stranger = this.other.cache("thing", Thing.class);
		stranger.get("a", this::load);
		assertThat(this.loads).hasValue(3);
		replica((second) -> second.get("a", this::load));
		assertThat(this.loads).hasValue(3);
	}

	@Test
	void doesNotRememberWhatIsNotThere() {
		assertThat(this.cache.get("a", Optional::empty)).isEmpty();
		assertThat(this.cache.get("a", this::load)).contains(this.row);
	}

	@Test
	void showsAChangeOnEveryReplicaAtOnce() {
		replica((second) -> {
			this.cache.get("a", this::load);
			second.get("a", this::load);
			this.row = new Thing("new", 2, null);
			this.cache.invalidate();
			assertThat(second.get("a", this::load)).contains(this.row);
			assertThat(this.cache.get("a", this::load)).contains(this.row);
		});
		assertThat(this.loads).hasValue(2);
	}

	@Test
	void aReaderThatBeganBeforeAChangeDoesNotBringBackTheOldValue() throws Exception {
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			var hasRead = new CountDownLatch(1);
			var hasChanged = new CountDownLatch(1);
			Future<Optional<Thing>> slow = readers.submit(() -> this.cache.get("a", () -> {
				Optional<Thing> old = load();
				hasRead.countDown();
				await(hasChanged);
				return old;
			}));
			await(hasRead);
			this.row = new Thing("new", 2, null);
			this.cache.invalidate();
			hasChanged.countDown();
			assertThat(slow.get()).contains(new Thing("old", 1, null));
			assertThat(this.cache.get("a", this::load)).contains(this.row);
			replica((second) -> assertThat(second.get("a", this::load)).contains(this.row));
		}
	}

	@Test
	void whoComesAfterAChangeDoesNotJoinALoadFromBefore() throws Exception {
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			var hasRead = new CountDownLatch(1);
			var mayEnd = new CountDownLatch(1);
			Future<Optional<Thing>> slow = readers.submit(() -> this.cache.get("a", () -> {
				Optional<Thing> old = load();
				hasRead.countDown();
				await(mayEnd);
				return old;
			}));
			await(hasRead);
			this.row = new Thing("new", 2, null);
			this.cache.invalidate();
			assertThat(this.cache.get("a", this::load)).contains(this.row);
			mayEnd.countDown();
			slow.get();
		}
	}

	@Test
	void neverShowsLessThanWhatHadBeenCommittedWhenTheReadBegan() throws Exception {
		var committed = new AtomicInteger();
		try (ExecutorService callers = Executors.newCachedThreadPool()) {
			replica((second) -> {
				Future<?> writer = callers.submit(() -> {
					for (int i = 1; i <= 100; i++) {
						this.row = new Thing("row", i, null);
						this.cache.invalidate();
						committed.set(i);
					}
				});
				List<Future<Integer>> readers = IntStream.range(0, 4)
					.mapToObj((i) -> callers
						.submit(() -> readWhile(writer, (i % 2 == 0) ? this.cache : second, committed)))
					.toList();
				assertThat(readers.stream().mapToInt(CacheTests::result).sum()).as("reads").isPositive();
			});
		}
	}

	private int readWhile(Future<?> writer, Cache<Thing> from, AtomicInteger committed) {
		int reads = 0;
		do {
			int atLeast = committed.get();
			Thing seen = from.get("a", this::load).orElseThrow();
			assertThat(seen.number()).isGreaterThanOrEqualTo(atLeast);
			reads++;
		}
		while (!writer.isDone());
		return reads;
	}

	@Test
	void manyWhoAskAtOnceLoadOnce() throws Exception {
		int callers = 20;
		var allMissed = new CountDownLatch(callers);
		List<Optional<Thing>> seen = atOnce(callers, () -> {
			allMissed.countDown();
			return this.cache.get("a", () -> {
				awaitUntil(() -> this.one.reads("thing", "miss") == callers);
				return load();
			});
		});
		assertThat(seen).hasSize(callers).containsOnly(Optional.of(this.row));
		assertThat(this.loads).hasValue(1);
	}

	@Test
	void whenTheOneWhoLoadsFailsTheOthersLoadForThemselves() throws Exception {
		var calls = new AtomicInteger();
		List<Optional<Thing>> seen = atOnce(3, () -> {
			try {
				return this.cache.get("a", () -> {
					if (calls.getAndIncrement() == 0) {
						awaitUntil(() -> this.one.reads("thing", "miss") == 3);
						throw new IllegalStateException("no connection");
					}
					return load();
				});
			}
			catch (IllegalStateException ex) {
				return Optional.empty();
			}
		});
		assertThat(seen).containsOnlyOnce(Optional.empty());
		assertThat(seen).filteredOn(Optional::isPresent).hasSize(2).containsOnly(Optional.of(this.row));
	}

	@Test
	void asksRedisOnceForManyKeys() {
		Set<String> keys = IntStream.range(0, 100).mapToObj(String::valueOf).collect(Collectors.toSet());
		assertThat(this.cache.getAll(keys, this::loadAll)).hasSize(100);
		int before = this.one.commands();
		assertThat(this.cache.getAll(keys, this::loadAll)).hasSize(100).containsEntry("7", new Thing("7", 7, null));
		assertThat(this.one.commands() - before).isOne();
		assertThat(this.loads).hasValue(100);
		this.cache.get("7", this::load);
		assertThat(this.one.commands() - before).isEqualTo(2);
		assertThat(this.loads).hasValue(100);
	}

	@Test
	void loadsOnlyThoseOfManyThatAreMissing() {
		this.cache.getAll(List.of("1", "2"), this::loadAll);
		List<String> asked = new ArrayList<>();
		Map<String, Thing> found = this.cache.getAll(List.of("1", "2", "3", "4"), (missing) -> {
			asked.addAll(missing);
			return Map.of("3", new Thing("3", 3, null));
		});
		assertThat(asked).containsExactlyInAnyOrder("3", "4");
		assertThat(found).containsOnlyKeys("1", "2", "3");
		assertThat(this.cache.getAll(List.of(), this::loadAll)).isEmpty();
	}

	private Map<String, Thing> loadAll(Set<String> keys) {
		this.loads.addAndGet(keys.size());
		return keys.stream()
			.collect(Collectors.toMap((key) -> key, (key) -> new Thing(key, Long.parseLong(key), null)));
	}

	@Test
	void keepsAnEntryForAMinuteAtMost() {
		this.cache.get("a", this::load);
		assertThat(this.one.redis().getExpire("{" + this.service + ":thing}:entry:a", TimeUnit.MILLISECONDS))
			.isBetween(1L, 60_000L);
	}

	@Test
	void aGenerationThatRedisLostDoesNotComeBack() {
		this.cache.get("a", this::load);
		this.one.redis().delete("{" + this.service + ":thing}:generation");
		this.row = new Thing("new", 2, null);
		assertThat(this.cache.get("a", this::load)).contains(this.row);
	}

	@Test
	void versionsOfAServiceDoNotReadEachOthersEntries() {
		this.cache.get("a", this::load);
		LaterThing later = new LaterThing("old", 1, null, null);
		try (Replica next = Replica.of(this.service, TestServers.redis())) {
			Cache<LaterThing> things = next.cache("thing", LaterThing.class);
			assertThat(things.get("a", () -> Optional.of(later))).contains(later);
			assertThat(next.reads("thing", "miss")).isOne();
			assertThat(this.cache.get("a", this::load)).contains(this.row);
			assertThat(this.loads).hasValue(2);
		}
	}

	@Test
	void aNameIsGivenOnceAndInSmallLetters() {
		assertThatIllegalStateException().isThrownBy(() -> this.one.cache("thing", Thing.class));
		assertThatIllegalArgumentException().isThrownBy(() -> this.one.cache("a thing", Thing.class));
	}

	private void replica(Consumer<Cache<Thing>> test) {
		try (Replica second = Replica.of(this.service, TestServers.redis())) {
			test.accept(second.cache("thing", Thing.class));
		}
	}

	private static <T> List<T> atOnce(int callers, Supplier<T> call) throws InterruptedException {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> results = IntStream.range(0, callers).mapToObj((_) -> executor.submit(call::get)).toList();
			return results.stream().map(CacheTests::result).toList();
		}
	}

	private static <T> T result(Future<T> future) {
		try {
			return future.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new AssertionError(ex);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private static void awaitUntil(Callable<Boolean> condition) {
		Awaitility.await().until(condition);
	}

}
