package cn.yigongti.search.sample;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.platform.permission.DeclaredPermissions;
import cn.yigongti.platform.test.EveryOperation;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.platform.test.WithElasticsearch;
import cn.yigongti.search.change.SearchChanges;
import cn.yigongti.search.notes.Notes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@WithElasticsearch
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class IndexApiTests {

	private static final String INDEXES = "/api/v1/search-indexes/notes-service";

	private static final String OPERATOR = TestTokens.user()
		.mayEverywhere("search-index:read", "search-index:rebuild")
		.bearer();

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final SearchChanges changes;

	IndexApiTests(RestTestClient http, JdbcClient jdbc, TransactionTemplate transaction, SearchChanges changes) {
		this.http = http;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.changes = changes;
	}

	@Test
	void buildsAndFollowsByItself() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> index().has("builtAt"));
		UUID id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("insert into note (id, text, owner, written_at) values (?, 'new', ?, ?)")
				.params(id, id, OffsetDateTime.parse("2026-01-01T00:00:00Z"))
				.update();
			this.changes.changed(Notes.INDEX, id);
		});
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> index().path("waiting").asInt() == 0);
		assertThat(this.http.get().uri("/actuator/prometheus").exchange().returnResult(String.class).getResponseBody())
			.contains("yigongti_search_lag", "yigongti_search_waiting", "yigongti_search_parked");
	}

	@Test
	void rebuildsForOperators() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> index().has("builtAt"));
		var accepted = this.http.post()
			.uri(INDEXES + "/notes/rebuilds")
			.header("Authorization", OPERATOR)
			.exchange()
			.expectStatus()
			.isAccepted()
			.returnResult(String.class);
		String location = Objects.requireNonNull(accepted.getResponseHeaders().getLocation()).toString();
		assertThat(location).startsWith(INDEXES + "/notes/rebuilds/");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> ask(location).path("state").asString().equals("DONE"));
		assertThat(this.jdbc.sql("select count(*) from audit_event where action = 'search-index:rebuild'")
			.query(Long.class)
			.single()).isPositive();
	}

	@Test
	void knowsOnlyItsOwn() {
		this.http.post()
			.uri(INDEXES + "/others/rebuilds")
			.header("Authorization", OPERATOR)
			.exchange()
			.expectStatus()
			.isNotFound();
		this.http.get()
			.uri(INDEXES + "/notes/rebuilds/" + UUID.randomUUID())
			.header("Authorization", OPERATOR)
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@Test
	void asksForTheScopeOfEverything() {
		String local = TestTokens.user()
			.mayInOrganization(UUID.randomUUID(), "search-index:read", "search-index:rebuild")
			.bearer();
		this.http.get().uri(INDEXES).header("Authorization", local).exchange().expectStatus().isForbidden();
		this.http.post()
			.uri(INDEXES + "/notes/rebuilds")
			.header("Authorization", local)
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@TestFactory
	Stream<DynamicTest> everyOperationNeedsItsPermission(@Autowired DeclaredPermissions declared) {
		return EveryOperation.of(this.http).needsItsPermission(declared);
	}

	private JsonNode index() {
		return ask(INDEXES).path("items").path(0);
	}

	private JsonNode ask(String uri) {
		String body = this.http.get()
			.uri(uri)
			.header("Authorization", OPERATOR)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseBody();
		return JsonMapper.shared().readTree(Objects.requireNonNull(body));
	}

}
