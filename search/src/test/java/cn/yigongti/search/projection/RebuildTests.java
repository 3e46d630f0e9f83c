package cn.yigongti.search.projection;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.test.servers.TestServers;
import cn.yigongti.search.notes.FlakyElasticsearch;
import cn.yigongti.search.notes.IndexedNotes;
import cn.yigongti.search.notes.Notes;
import cn.yigongti.search.server.ServerFailed;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RebuildTests {

	private final Notes notes = new Notes();

	private final URI elasticsearch = TestServers.elasticsearch().uri();

	private final String prefix = Replica.newPrefix();

	private final IndexedNotes indexed = new IndexedNotes(this.prefix + Notes.INDEX);

	@AfterEach
	void close() {
		this.indexed.deleteAll();
		this.notes.close();
	}

	@Test
	void buildsTheIndexAtTheFirstStart() {
		this.notes.fill(45);
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix)) {
			assertThat(replica.backlogs().of(Notes.INDEX).built()).isFalse();
			replica.work();
			assertThat(replica.backlogs().of(Notes.INDEX).built()).isTrue();
			assertIndexIsRight();
		}
	}

	@Test
	void endsWithExactlyTheRowsThatAreThereWhateverChangesAfterEachPiece() {
		List<UUID> ids = this.notes.writeAll(120);
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			Rebuild rebuild = replica.rebuild();
			for (int i = 0; replica.step(); i = (i + 3) % 120) {
				this.notes.change(ids.get(i), "changed");
				this.notes.delete(ids.get(i + 1));
				this.notes.write("new");
			}
			replica.work();
			assertThat(replica.rebuilds().find(Notes.INDEX, rebuild.id()).state()).isEqualTo(Rebuild.State.DONE);
			assertIndexIsRight();
		}
	}

	@Test
	void endsWithExactlyTheRowsThatAreThereWhileManyChangeThem() {
		List<UUID> ids = this.notes.writeAll(60);
		this.notes.fill(300);
		try (Replica one = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			Rebuild rebuild = one.rebuild();
			AtomicBoolean writing = new AtomicBoolean(true);
			try (Replica _ = Replica.of(this.notes, this.elasticsearch, this.prefix).start();
					ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
				one.start();
				IntStream.range(0, 3).forEach((writer) -> writers.execute(() -> changeForAWhile(ids, writer, writing)));
				awaitEnd(one, rebuild);
				writing.set(false);
			}
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.notes.waiting() == 0);
			assertIndexIsRight();
			assertThat(one.rebuilds().find(Notes.INDEX, rebuild.id()).state()).isEqualTo(Rebuild.State.DONE);
		}
	}

	private void changeForAWhile(List<UUID> ids, int writer, AtomicBoolean writing) {
		for (int i = writer; writing.get() && i < 120; i += 3) {
			this.notes.change(ids.get(i % 60), "changed");
			this.notes.delete(this.notes.write("soon gone"));
			this.notes.write("new");
		}
	}

	@Test
	void neverShowsFewerRowsWhenItReplacesAnIndex() {
		this.notes.fill(200);
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			this.indexed.versions();
			AtomicLong fewest = new AtomicLong(Long.MAX_VALUE);
			AtomicLong looks = new AtomicLong();
			AtomicBoolean looking = new AtomicBoolean(true);
			try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
				reader.execute(() -> {
					while (looking.get()) {
						long count = this.indexed.count();
						fewest.accumulateAndGet((count >= 0) ? count : Long.MAX_VALUE, Math::min);
						looks.incrementAndGet();
					}
				});
				for (int i = 0; i < 3; i++) {
					replica.rebuild();
					replica.work();
				}
				looking.set(false);
			}
			assertThat(looks.get()).isPositive();
			assertThat(fewest.get()).isEqualTo(200);
			replica.work();
			assertThat(this.indexed.indexes()).hasSize(1);
		}
	}

	@Test
	void goesOnWhereACrashHasLeftIt() {
		this.notes.fill(100);
		Rebuild rebuild;
		try (FlakyElasticsearch flaky = new FlakyElasticsearch();
				Replica crashing = Replica.of(this.notes, flaky.uri(), this.prefix).built()) {
			rebuild = crashing.rebuild();
			IntStream.range(0, 3).forEach((i) -> crashing.step());
			flaky.loseAnswersOf("_bulk");
			assertThatExceptionOfType(ServerFailed.class).isThrownBy(crashing::step);
		}
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix)) {
			Rebuild left = replica.rebuilds().find(Notes.INDEX, rebuild.id());
			assertThat(left.state()).isEqualTo(Rebuild.State.RUNNING);
			assertThat(left.rowsIndexed()).isBetween(20L, 60L);
			int before = replica.documents().rowsRead();
			replica.work();
			assertThat(replica.documents().rowsRead() - before).isEqualTo(100 - (int) left.rowsIndexed());
			assertThat(replica.rebuilds().find(Notes.INDEX, rebuild.id()).rowsIndexed()).isEqualTo(100);
			assertIndexIsRight();
		}
	}

	@Test
	void finishesWhatACrashHasLeftAfterTheAliasWasSwitched() {
		this.notes.fill(30);
		try (FlakyElasticsearch flaky = new FlakyElasticsearch();
				Replica crashing = Replica.of(this.notes, flaky.uri(), this.prefix).built()) {
			Rebuild rebuild = crashing.rebuild();
			flaky.loseAnswersOf("_aliases");
			assertThatExceptionOfType(ServerFailed.class).isThrownBy(crashing::work);
			flaky.goUp();
			crashing.work();
			assertThat(crashing.rebuilds().find(Notes.INDEX, rebuild.id()).state()).isEqualTo(Rebuild.State.DONE);
			assertIndexIsRight();
			crashing.work();
			assertThat(this.indexed.indexes()).hasSize(1);
		}
	}

	@Test
	void isCancelledAndLeavesNothingBehind() {
		this.notes.fill(100);
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			String live = this.indexed.indexes().keySet().iterator().next();
			Rebuild rebuild = replica.rebuild();
			replica.step();
			replica.step();
			assertThat(this.indexed.indexes()).hasSize(2);
			assertThat(cancel(replica, rebuild).cancelling()).isTrue();
			replica.work();
			assertThat(replica.rebuilds().find(Notes.INDEX, rebuild.id()).state()).isEqualTo(Rebuild.State.CANCELLED);
			assertThat(this.indexed.indexes()).containsOnlyKeys(live);
			assertIndexIsRight();
		}
	}

	@Test
	void runsOneAtATime() {
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			Rebuild rebuild = replica.rebuild();
			assertThat(replica.rebuild().id()).isEqualTo(rebuild.id());
			replica.work();
			assertThat(replica.rebuild().id()).isNotEqualTo(rebuild.id());
		}
	}

	@Test
	void buildsAnewWhenTheMappingHasChangedAndIsNotUndoneByOlderProcesses() {
		UUID id = this.notes.write("seven77");
		try (Replica older = Replica.of(this.notes, this.elasticsearch, this.prefix).built();
				Replica newer = Replica.next(this.notes, this.elasticsearch, this.prefix)) {
			assertThat(this.indexed.document(id).path("_source").has("length")).isFalse();
			newer.step();
			this.notes.write("meanwhile");
			older.work();
			assertThat(this.notes.waiting()).isEqualTo(1);
			newer.work();
			older.work();
			assertThat(this.indexed.document(id).path("_source").path("length").asInt()).isEqualTo(7);
			assertIndexIsRight();
			assertThat(this.notes.jdbc().sql("select count(*) from search_parked").query(Long.class).single()).isZero();
		}
	}

	@Test
	void buildsAnewWhatIsGoneFromElasticsearch() {
		this.notes.fill(10);
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			this.indexed.deleteAll();
			this.notes.write("one more");
			replica.work();
			assertIndexIsRight();
			this.indexed.deleteAll();
			replica.backlogs().doubt(Notes.INDEX);
			replica.work();
			assertIndexIsRight();
		}
	}

	@Test
	void parksWhatTheNewIndexRefuses() {
		this.notes.fill(30);
		this.notes.jdbc()
			.sql("update note set weight = 'heavy' where id = (select id from note order by id limit 1)")
			.update();
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			Rebuild done = Objects.requireNonNull(replica.rebuilds().all().getFirst().rebuild());
			assertThat(done.state()).isEqualTo(Rebuild.State.DONE);
			assertThat(done.rowsIndexed()).isEqualTo(29);
			assertThat(done.rowsRefused()).isEqualTo(1);
			assertThat(this.indexed.versions()).hasSize(29);
			assertThat(replica.backlogs().of(Notes.INDEX).parked()).isEqualTo(1);
		}
	}

	@Test
	void knowsNoOtherIndexes() {
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix)) {
			assertThatExceptionOfType(NotFound.class).isThrownBy(() -> replica.rebuilds().request("others"));
		}
	}

	private Rebuild cancel(Replica replica, Rebuild rebuild) {
		return Objects.requireNonNull(
				this.notes.transaction().execute((status) -> replica.rebuilds().cancel(Notes.INDEX, rebuild.id())));
	}

	private static void awaitEnd(Replica replica, Rebuild rebuild) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> !replica.rebuilds().find(Notes.INDEX, rebuild.id()).open());
	}

	private void assertIndexIsRight() {
		assertThat(this.indexed.versions()).isEqualTo(this.notes.versions());
	}

}
