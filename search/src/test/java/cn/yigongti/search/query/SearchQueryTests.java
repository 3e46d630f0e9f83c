package cn.yigongti.search.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.paging.Cursors;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.SortKey;
import cn.yigongti.platform.test.servers.TestServers;
import cn.yigongti.search.notes.IndexedNotes;
import cn.yigongti.search.notes.Notes;
import cn.yigongti.search.projection.Replica;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchQueryTests {

	private final Notes notes = new Notes();

	private final String prefix = Replica.newPrefix();

	private final IndexedNotes indexed = new IndexedNotes(this.prefix + Notes.INDEX);

	private final Replica replica = Replica.of(this.notes, TestServers.elasticsearch().uri(), this.prefix);

	private final Search search = Searches.of(this.replica, Duration.ofSeconds(5));

	private final Cursors cursors = new Cursors(
			new KeyedHash("0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

	@AfterEach
	void close() {
		this.replica.close();
		this.indexed.deleteAll();
		this.notes.close();
	}

	@Test
	void findsChineseWordsInsideOfALongerText() {
		UUID lungs = this.notes.write("因反复咳嗽入院，考虑肺部感染，建议进一步检查");
		UUID both = this.notes.write("感染已控制，肺部未见异常");
		this.notes.write("高血压二级");
		index();
		assertThat(found(Query.of((q) -> q.matchPhrase((m) -> m.field("text").query("肺部感染"))))).containsExactly(lungs);
		assertThat(found(Query.of((q) -> q.match((m) -> m.field("text").query("肺部感染").operator(Operator.And)))))
			.containsExactlyInAnyOrder(lungs, both);
	}

	@Test
	void countsNothingOutsideOfTheScope() {
		UUID stranger = UUID.randomUUID();
		this.notes.write("shared word", Instant.parse("2026-01-01T00:00:00Z"), stranger);
		UUID own = this.notes.write("shared word");
		index();
		Page<UUID> page = query().filter(owner(Notes.OWNER))
			.must(Query.of((q) -> q.match((m) -> m.field("text").query("word"))))
			.page(paging(10, null, new SortKey("writtenAt", true)));
		assertThat(page.items()).containsExactly(own);
		assertThat(page.total()).isEqualTo(1);
		assertThat(page.nextCursor()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-writtenAt", "writtenAt", "owner,-writtenAt", "-weight,writtenAt" })
	void goesOnWhereTheDatabaseHasStoppedAndTheOtherWayRound(String sort) {
		this.notes.fill(50);
		this.notes.jdbc()
			.sql("""
					update note set weight = (hashtext(text) % 5)::text, owner = md5((hashtext(text) % 4)::text)::uuid""")
			.update();
		this.notes.write("点", Instant.parse("2026-01-01T00:00:00.1Z"), Notes.OWNER);
		this.notes.write("Ä", Instant.parse("1999-12-31T23:59:59.999999Z"), Notes.OWNER);
		index();
		SortKey[] keys = List.of(sort.split(",", -1))
			.stream()
			.map((key) -> new SortKey(key.replace("-", ""), key.startsWith("-")))
			.toArray(SortKey[]::new);
		List<UUID> expected = database(paging(200, null, keys)).items();
		assertThat(query().page(paging(200, null, keys)).items()).isEqualTo(expected);

		List<UUID> seen = new ArrayList<>();
		String cursor = null;
		boolean fromSearch = true;
		do {
			Paging paging = paging(7, cursor, keys);
			Page<UUID> searched = query().page(paging);
			Page<UUID> read = database(paging);
			assertThat(searched).isEqualTo(read);
			seen.addAll((fromSearch ? searched : read).items());
			cursor = (fromSearch ? searched : read).nextCursor();
			fromSearch = !fromSearch;
		}
		while (cursor != null);
		assertThat(seen).isEqualTo(expected).hasSize(52);
	}

	@Test
	void stopsCountingAtTenThousand() {
		this.notes.fill(10_020);
		try (Replica quick = Replica.of(this.notes, TestServers.elasticsearch().uri(), this.prefix)) {
			quick.work();
		}
		this.indexed.versions();
		Page<UUID> page = query().page(paging(5, null, new SortKey("writtenAt", true)));
		assertThat(page.total()).isEqualTo(10_000);
		assertThat(page.totalIsLowerBound()).isTrue();
	}

	private void index() {
		this.replica.work();
		this.indexed.versions();
	}

	private SearchQuery query() {
		return this.search.in(Notes.INDEX)
			.sortedBy("writtenAt", "writtenAt", SortType.INSTANT)
			.sortedBy("weight", "weight", SortType.NUMBER)
			.sortedBy("owner", "owner", SortType.TEXT);
	}

	private Page<UUID> database(Paging paging) {
		return KeysetQuery.select("note.id", "note")
			.sortedBy("writtenAt", "written_at", "timestamptz")
			.sortedBy("weight", "weight::int", "int")
			.sortedBy("owner", "owner::text", "text")
			.page(this.notes.jdbc(), paging, (row, number) -> row.getObject("id", UUID.class));
	}

	private List<UUID> found(Query query) {
		return query().must(query).page(paging(10, null, new SortKey("writtenAt", true))).items();
	}

	private static Query owner(UUID owner) {
		return Query.of((q) -> q.term((t) -> t.field("owner").value(owner.toString())));
	}

	private Paging paging(int limit, @Nullable String cursor, SortKey... sort) {
		String text = String.join(",", List.of(sort).stream().map(SortKey::toString).toList());
		return new Paging(limit, List.of(sort), (cursor != null) ? this.cursors.decode(text, cursor) : null,
				this.cursors);
	}

}
