package cn.yigongti.search.projection;

import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

class LiveIndexes {

	private final JdbcClient jdbc;

	LiveIndexes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<LiveIndex> find(String name) {
		return this.jdbc.sql("select * from search_live_index where name = :name")
			.param("name", name)
			.query((row, number) -> new LiveIndex(row.getString("name"), row.getString("target"),
					row.getString("fingerprint"), row.getObject("built_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	void replace(String name, String target, String fingerprint) {
		this.jdbc.sql("""
				insert into search_live_index (name, target, fingerprint) values (:name, :target, :fingerprint)
				on conflict (name) do update set target = excluded.target, fingerprint = excluded.fingerprint,
				  built_at = excluded.built_at""")
			.param("name", name)
			.param("target", target)
			.param("fingerprint", fingerprint)
			.update();
	}

	void forget(String name) {
		this.jdbc.sql("delete from search_live_index where name = :name").param("name", name).update();
	}

}
