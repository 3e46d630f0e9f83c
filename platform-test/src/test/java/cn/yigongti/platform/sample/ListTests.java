package cn.yigongti.platform.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ListTests {

	private static final int NOTES = 47;

	private static final String READER = TestTokens.user().mayEverywhere("note:read").bearer();

	private final RestTestClient http;

	private final JdbcClient jdbc;

	ListTests(RestTestClient http, JdbcClient jdbc) {
		this.http = http;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void write() {
		this.jdbc.sql("delete from note").update();
		IntStream.range(0, NOTES)
			.forEach((i) -> this.jdbc.sql("""
					insert into note (id, text, weight, written_at, version)
					values (?, ?, ?, timestamptz '2026-01-01 00:00Z' + make_interval(secs => ?), 0)""")
				.params(UUID.randomUUID(), "note " + i, i % 7, i / 3)
				.update());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/notes          | -writtenAt
			/notes          | weight,-writtenAt
			/notes          | -weight,-writtenAt
			/notes/branched | writtenAt
			/notes/branched | weight,-writtenAt
			""")
	void walksEveryRowOnceInOrderAlsoWhileRowsAreInserted(String path, String sort) {
		List<String> seen = new ArrayList<>();
		String cursor = null;
		do {
			JsonNode page = page(path + "?limit=10&sort=" + sort + ((cursor != null) ? "&cursor=" + cursor : ""));
			page.path("items").forEach((item) -> seen.add(item.path("id").asString()));
			cursor = page.path("nextCursor").isNull() ? null : page.path("nextCursor").asString();
			insertInFront(sort);
		}
		while (cursor != null);
		assertThat(seen).doesNotHaveDuplicates().hasSize(NOTES);
	}

	@ParameterizedTest
	@CsvSource({ "/notes", "/notes/branched" })
	void countsWhatTheFilterLeaves(String path) {
		JsonNode page = page(path + "?weight=3&limit=2");
		assertThat(page.path("total").asInt()).isEqualTo(7);
		assertThat(page.path("items").size()).isEqualTo(2);
		assertThat(page.has("totalIsLowerBound")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/notes", "/notes/branched" })
	void countsAlsoWhenThePageIsEmpty(String path) {
		JsonNode nothing = page(path + "?weight=99");
		assertThat(nothing.path("items").size()).isZero();
		assertThat(nothing.path("total").asInt(-1)).isZero();
		JsonNode first = page(path + "?limit=46");
		this.jdbc.sql("delete from note where id not in (:seen)")
			.param("seen",
					first.path("items")
						.valueStream()
						.map((item) -> UUID.fromString(item.path("id").asString()))
						.toList())
			.update();
		JsonNode gone = page(path + "?limit=46&cursor=" + first.path("nextCursor").asString());
		assertThat(gone.path("items").size()).isZero();
		assertThat(gone.path("total").asInt()).isEqualTo(46);
	}

	@ParameterizedTest
	@CsvSource({ "/notes", "/notes/branched" })
	void stopsCountingAtTenThousand(String path) {
		this.jdbc.sql("""
				insert into note select gen_random_uuid(), 'many', 1, now(), 0 from generate_series(1, 10001)""")
			.update();
		JsonNode page = page(path + "?limit=1");
		assertThat(page.path("total").asInt()).isEqualTo(10_000);
		assertThat(page.path("totalIsLowerBound").asBoolean()).isTrue();
	}

	/** Before the rows already seen, whichever way the list is sorted. */
	private void insertInFront(String sort) {
		boolean newestFirst = sort.contains("-writtenAt");
		int weight = sort.startsWith("-weight") ? 100 : -100;
		this.jdbc.sql("insert into note values (?, 'late', ?, cast(? as timestamptz), 0)")
			.params(UUID.randomUUID(), sort.contains("weight") ? weight : 1,
					newestFirst ? "2027-01-01 00:00Z" : "2025-01-01 00:00Z")
			.update();
	}

	private JsonNode page(String uri) {
		String body = this.http.get()
			.uri(uri)
			.header("Authorization", READER)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseBody();
		return JsonMapper.shared().readTree(Objects.requireNonNull(body));
	}

}
