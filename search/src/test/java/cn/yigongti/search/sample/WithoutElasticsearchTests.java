package cn.yigongti.search.sample;

import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.paging.Cursors;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.search.change.SearchChanges;
import cn.yigongti.search.notes.Notes;
import cn.yigongti.search.query.Search;
import cn.yigongti.search.query.SearchUnavailable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class WithoutElasticsearchTests {

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final SearchChanges changes;

	private final Search search;

	private final Cursors cursors;

	WithoutElasticsearchTests(RestTestClient http, JdbcClient jdbc, TransactionTemplate transaction,
			SearchChanges changes, Search search, Cursors cursors) {
		this.http = http;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.changes = changes;
		this.search = search;
		this.cursors = cursors;
	}

	@Test
	void recordsNothingThatNobodyWouldRead() {
		this.transaction.executeWithoutResult((status) -> this.changes.changed(Notes.INDEX, UUID.randomUUID()));
		assertThat(this.jdbc.sql("select count(*) from search_change").query(Long.class).single()).isZero();
	}

	@Test
	void leavesSearchesToTheDatabase() {
		assertThatExceptionOfType(SearchUnavailable.class)
			.isThrownBy(() -> this.search.in(Notes.INDEX).page(new Paging(1, List.of(), null, this.cursors)));
	}

	@Test
	void rebuildsNothing() {
		this.http.post()
			.uri("/api/v1/search-indexes/notes-service/notes/rebuilds")
			.header("Authorization", TestTokens.user().mayEverywhere("search-index:rebuild").bearer())
			.exchange()
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("search-not-configured");
	}

}
