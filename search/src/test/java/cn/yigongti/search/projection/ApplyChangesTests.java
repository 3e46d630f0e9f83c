package cn.yigongti.search.projection;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import cn.yigongti.platform.test.servers.TestServers;
import cn.yigongti.search.notes.FlakyElasticsearch;
import cn.yigongti.search.notes.IndexedNotes;
import cn.yigongti.search.notes.NoteDocuments;
import cn.yigongti.search.notes.Notes;
import cn.yigongti.search.server.Outcome;
import cn.yigongti.search.server.ServerFailed;
import cn.yigongti.search.server.Write;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ApplyChangesTests {

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
	void followsRowsThatAreWrittenChangedAndDeleted() {
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			List<UUID> ids = this.notes.writeAll(50);
			replica.work();
			assertIndexIsRight();
			this.notes.change(ids.get(3), "changed");
			this.notes.delete(ids.get(4));
			replica.work();
			assertIndexIsRight();
			assertThat(this.indexed.document(ids.get(3)).path("_source").path("text").asString()).isEqualTo("changed");
			assertThat(this.notes.waiting()).isZero();
		}
	}

	@Test
	void losesNoChangeThatCommitsAfterALaterOne() {
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			UUID slow = this.notes.write("slow");
			replica.work();
			this.notes.transaction().executeWithoutResult((status) -> {
				this.notes.jdbc().sql("update note set version = 7 where id = ?").param(slow).update();
				this.notes.changes().changed(Notes.INDEX, slow);
				onAnotherThread(() -> {
					this.notes.write("quick");
					replica.work();
				});
				assertThat(this.indexed.versions()).hasSize(2).containsEntry(slow, 0L);
			});
			replica.work();
			assertThat(this.indexed.versions()).containsEntry(slow, 7L);
			assertIndexIsRight();
		}
	}

	@Test
	void losesNoChangeThatCommitsWhileALaterOneIsApplied() {
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built();
				ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
			UUID slow = this.notes.write("slow");
			replica.work();
			CountDownLatch recorded = new CountDownLatch(1);
			CountDownLatch laterOneRead = new CountDownLatch(1);
			Future<?> commit = others.submit(() -> this.notes.transaction().executeWithoutResult((status) -> {
				this.notes.jdbc().sql("update note set version = 7 where id = ?").param(slow).update();
				this.notes.changes().changed(Notes.INDEX, slow);
				recorded.countDown();
				await(laterOneRead);
			}));
			await(recorded);
			this.notes.write("quick");
			replica.documents().onceAfterReading(() -> {
				laterOneRead.countDown();
				await(commit);
			});
			replica.work();
			replica.work();
			assertThat(this.indexed.versions()).containsEntry(slow, 7L);
			assertIndexIsRight();
		}
	}

	@Test
	void endsWithTheRowsWhoeverWritesThemWhileTwoReplicasAreAtWork() {
		NoteDocuments documents = new NoteDocuments(this.notes.jdbc(), false);
		try (Replica one = Replica.of(this.notes, documents, this.elasticsearch, this.prefix).built().start();
				Replica other = Replica.of(this.notes, documents, this.elasticsearch, this.prefix).start()) {
			List<UUID> ids = this.notes.writeAll(20);
			try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
				IntStream.range(0, 4).forEach((writer) -> writers.execute(() -> {
					for (int i = 0; i < 50; i++) {
						this.notes.change(ids.get((writer + i) % 20), "by " + writer);
					}
				}));
			}
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.notes.waiting() == 0);
			assertIndexIsRight();
			assertThat(documents.overlapped()).isFalse();
			assertThat(one.index()).isNotSameAs(other.index());
		}
	}

	@Test
	void neverPutsAnOlderStateInPlaceOfANewerOne() {
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			UUID id = this.notes.write("newest");
			this.notes.jdbc().sql("update note set version = 5").update();
			replica.work();
			List<Outcome> outcomes = replica.server()
				.write(List.of(new Write(this.prefix + Notes.INDEX, id, 4, "{\"text\":\"older\"}")));
			assertThat(outcomes).allMatch((outcome) -> outcome.is(Outcome.Kind.CONFIRMED));
			assertThat(this.indexed.document(id).path("_source").path("text").asString()).isEqualTo("newest");
		}
	}

	@Test
	void doesABatchAgainWhenItDoesNotHearWhatBecameOfIt() {
		try (FlakyElasticsearch flaky = new FlakyElasticsearch();
				Replica replica = Replica.of(this.notes, flaky.uri(), this.prefix).built()) {
			this.notes.writeAll(30);
			flaky.loseAnswersOf("_bulk");
			assertThatExceptionOfType(ServerFailed.class).isThrownBy(replica::work);
			assertThat(this.notes.waiting()).isEqualTo(30);
			assertThat(this.indexed.versions()).isNotEmpty();
			try (Replica another = Replica.of(this.notes, this.elasticsearch, this.prefix)) {
				another.work();
			}
			assertIndexIsRight();
			assertThat(this.notes.waiting()).isZero();
		}
	}

	@Test
	void goesOnByItselfWhenElasticsearchIsBack() {
		try (FlakyElasticsearch flaky = new FlakyElasticsearch();
				Replica replica = Replica.of(this.notes, flaky.uri(), this.prefix).built()) {
			flaky.goDown();
			replica.start();
			this.notes.writeAll(5);
			long before = flaky.requests();
			Awaitility.await().until(() -> flaky.requests() > before + 1);
			assertThat(this.notes.waiting()).isEqualTo(5);
			assertThat(replica.backlogs().of(Notes.INDEX).waiting()).isEqualTo(5);
			assertThat(replica.backlogs().of(Notes.INDEX).lag()).isPositive();
			flaky.goUp();
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.notes.waiting() == 0);
			assertIndexIsRight();
		}
	}

	@Test
	void parksWhatElasticsearchRefusesAndHoldsUpNobody() {
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			List<UUID> ids = this.notes.writeAll(3);
			this.notes.weigh(ids.get(1), "confidential");
			replica.work();
			assertThat(this.indexed.versions()).containsOnlyKeys(ids.get(0), ids.get(2));
			assertThat(this.notes.waiting()).isZero();
			assertThat(reasonOf(ids.get(1))).contains("weight").doesNotContain("confidential");
			assertThat(replica.backlogs().of(Notes.INDEX).parked()).isEqualTo(1);
			this.notes.weigh(ids.get(1), "2");
			replica.work();
			assertIndexIsRight();
			assertThat(replica.backlogs().of(Notes.INDEX).parked()).isZero();
		}
	}

	@Test
	void parksWhatCannotBeRead() {
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			UUID unreadable = this.notes.write("unreadable");
			UUID other = this.notes.write("other");
			replica.work();
			assertThat(this.indexed.versions()).containsOnlyKeys(other);
			assertThat(reasonOf(unreadable)).isEqualTo("not readable: IllegalStateException");
			assertThat(this.notes.waiting()).isZero();
		}
	}

	@Test
	void triesAgainLaterWhatElasticsearchIsTooBusyFor() {
		try (FlakyElasticsearch flaky = new FlakyElasticsearch();
				Replica replica = Replica.of(this.notes, flaky.uri(), this.prefix).built()) {
			UUID id = this.notes.write("waits");
			flaky.answer(200, """
					{"took": 1, "errors": true, "items": [{"index": {"_index": "n", "_id": "%s", "status": 429,
					  "error": {"type": "es_rejected_execution_exception", "reason": "full"}}}]}""".formatted(id));
			replica.step();
			assertThat(this.notes.waiting()).isEqualTo(1);
			flaky.goUp();
			replica.work();
			assertThat(this.indexed.versions()).isEmpty();
			this.notes.jdbc().sql("update search_change set due_at = now()").update();
			replica.work();
			assertIndexIsRight();
		}
	}

	@Test
	void sendsLessAtATimeToWhoeverTakesNoMore() {
		try (FlakyElasticsearch flaky = new FlakyElasticsearch();
				Replica replica = Replica.of(this.notes, flaky.uri(), this.prefix).built()) {
			this.notes.writeAll(6);
			UUID huge = this.notes.write("huge".repeat(1000));
			flaky.takeNoMoreThan(2000);
			replica.work();
			assertThat(this.indexed.versions()).hasSize(6).doesNotContainKey(huge);
			assertThat(reasonOf(huge)).isEqualTo("413");
			assertThat(this.notes.waiting()).isZero();
		}
	}

	@Test
	void writesARowOnceHoweverOftenItHasChanged() {
		try (Replica replica = Replica.of(this.notes, this.elasticsearch, this.prefix).built()) {
			UUID id = this.notes.write("first");
			IntStream.range(0, 60).forEach((i) -> this.notes.change(id, "change " + i));
			int before = replica.documents().rowsRead();
			replica.work();
			assertThat(replica.documents().rowsRead() - before).isEqualTo(1);
			assertThat(this.notes.waiting()).isZero();
			assertIndexIsRight();
		}
	}

	@Test
	void takesNoChangeOutsideOfItsTransaction() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.notes.changes().changed(Notes.INDEX, UUID.randomUUID()));
	}

	private String reasonOf(UUID row) {
		return this.notes.jdbc()
			.sql("select reason from search_parked where row_id = ?")
			.param(row)
			.query(String.class)
			.single();
	}

	private void assertIndexIsRight() {
		assertThat(this.indexed.versions()).isEqualTo(this.notes.versions());
	}

	private static void onAnotherThread(Runnable work) {
		try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
			await(thread.submit(work));
		}
	}

	private static void await(Future<?> work) {
		try {
			work.get(30, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
