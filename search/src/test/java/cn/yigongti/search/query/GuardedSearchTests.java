package cn.yigongti.search.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.paging.Cursors;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.SortKey;
import cn.yigongti.search.notes.FlakyElasticsearch;
import cn.yigongti.search.notes.IndexedNotes;
import cn.yigongti.search.notes.Notes;
import cn.yigongti.search.projection.Replica;
import cn.yigongti.search.query.SearchUnavailable.Reason;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuardedSearchTests {

	private final Notes notes = new Notes();

	private final FlakyElasticsearch elasticsearch = new FlakyElasticsearch();

	private final String prefix = Replica.newPrefix();

	private final Replica replica = Replica.of(this.notes, this.elasticsearch.uri(), this.prefix);

	private final Search search = Searches.of(this.replica, Duration.ofMillis(200));

	private final Paging paging = new Paging(10, List.of(new SortKey("writtenAt", true)), null,
			new Cursors(new KeyedHash(new byte[32])));

	private final MockHttpServletResponse answer = new MockHttpServletResponse();

	@BeforeEach
	void receive() {
		RequestContextHolder
			.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest(), this.answer));
	}

	@AfterEach
	void close() {
		RequestContextHolder.resetRequestAttributes();
		this.replica.close();
		this.elasticsearch.close();
		new IndexedNotes(this.prefix + Notes.INDEX).deleteAll();
		this.notes.close();
	}

	@Test
	void leavesElasticsearchAloneWhileItFailsAndComesBackToIt() {
		this.replica.work();
		assertThat(page().total()).isZero();
		this.elasticsearch.goDown();
		for (int i = 0; i < 4; i++) {
			assertThat(refusal()).isEqualTo(Reason.FAILED);
		}
		long asked = this.elasticsearch.requests();
		assertThat(refusal()).isEqualTo(Reason.SUSPENDED);
		assertThat(this.elasticsearch.requests()).isEqualTo(asked);
		this.elasticsearch.goUp();
		Awaitility.await().ignoreExceptionsInstanceOf(SearchUnavailable.class).until(() -> page().total() == 0);
		assertThat(page().total()).isZero();
	}

	@Test
	void waitsNoLongerThanItsTimeLimit() {
		this.replica.work();
		this.elasticsearch.staySilent();
		assertThat(refusal()).isEqualTo(Reason.TIMED_OUT);
	}

	@Test
	void isUnavailableBeforeTheIndexIsBuilt() {
		assertThat(refusal()).isEqualTo(Reason.NOT_BUILT);
		assertThat(this.elasticsearch.requests()).isZero();
	}

	@Test
	void isUnavailableWhenTheIndexIsTooFarBehind() {
		this.replica.work();
		this.notes.write("new");
		assertThat(page().items()).isEmpty();
		this.notes.jdbc().sql("update search_change set recorded_at = now() - interval '31 seconds'").update();
		assertThat(refusal()).isEqualTo(Reason.BEHIND);
		this.replica.work();
		assertThat(page().total()).isLessThanOrEqualTo(1);
	}

	@Test
	void hasAnIndexThatIsGoneBuiltAnew() {
		this.replica.work();
		new IndexedNotes(this.prefix + Notes.INDEX).deleteAll();
		assertThat(refusal()).isEqualTo(Reason.FAILED);
		this.replica.work();
		assertThat(page().total()).isZero();
	}

	@Test
	void countsNoOddQueryAsAFailureOfElasticsearch() {
		this.replica.work();
		Query odd = Query.of((q) -> q.regexp((r) -> r.field("text").value("[")));
		for (int i = 0; i < 10; i++) {
			assertThatExceptionOfType(SearchUnavailable.class).isThrownBy(() -> query().must(odd).page(this.paging))
				.withMessageNotContaining("[")
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.FAILED));
		}
		assertThat(page().total()).isZero();
	}

	@Test
	void isUnavailableWithoutElasticsearch() {
		Search nowhere = new Search(Map.of(Notes.INDEX, this.replica.index()),
				new GuardedSearch(null, this.replica.backlogs(), Duration.ofSeconds(30), Duration.ofSeconds(1)));
		assertThatExceptionOfType(SearchUnavailable.class).isThrownBy(
				() -> nowhere.in(Notes.INDEX).sortedBy("writtenAt", "writtenAt", SortType.INSTANT).page(this.paging))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.NOT_CONFIGURED));
	}

	@Test
	void saysOnTheAnswerThatTheDatabaseGaveIt() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		SearchOrDatabase both = new SearchOrDatabase(meters);
		UUID id = UUID.randomUUID();
		Page<UUID> fromDatabase = Page.of(List.of(id), null, 1);
		assertThat(both.answer(this::page, () -> fromDatabase)).isSameAs(fromDatabase);
		assertThat(this.answer.getHeader("X-Search-Degraded")).isEqualTo("true");
		assertThat(meters.get("yigongti.search.degraded").tag("reason", "NOT_BUILT").counter().count()).isEqualTo(1);
	}

	@Test
	void saysNothingOnTheAnswerThatTheIndexGave() {
		this.replica.work();
		SearchOrDatabase both = new SearchOrDatabase(new SimpleMeterRegistry());
		assertThat(both.answer(this::page, () -> Page.<UUID>of(List.of(), null, 99)).total()).isZero();
		assertThat(this.answer.getHeader("X-Search-Degraded")).isNull();
	}

	private SearchQuery query() {
		return this.search.in(Notes.INDEX).sortedBy("writtenAt", "writtenAt", SortType.INSTANT);
	}

	private Page<UUID> page() {
		return query().page(this.paging);
	}

	private Reason refusal() {
		try {
			page();
		}
		catch (SearchUnavailable ex) {
			return ex.reason();
		}
		throw new AssertionError("searched all the same");
	}

}
