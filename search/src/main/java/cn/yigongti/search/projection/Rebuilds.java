package cn.yigongti.search.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds of indexes; of each index one at a time is open. */
class Rebuilds {

	private final JdbcClient jdbc;

	Rebuilds(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Rebuild> open(String index) {
		return this.jdbc
			.sql("select * from search_rebuild where index_name = :index and state in ('QUEUED', 'RUNNING')")
			.param("index", index)
			.query(Rebuilds::read)
			.optional();
	}

	Optional<Rebuild> latest(String index) {
		return this.jdbc
			.sql("select * from search_rebuild where index_name = :index order by requested_at desc limit 1")
			.param("index", index)
			.query(Rebuilds::read)
			.optional();
	}

	Optional<Rebuild> find(String index, UUID id) {
		return this.jdbc.sql("select * from search_rebuild where index_name = :index and id = :id")
			.param("index", index)
			.param("id", id)
			.query(Rebuilds::read)
			.optional();
	}

	/** Queues one, unless one is open. */
	void queue(String index, String fingerprint, String targetPrefix) {
		UUID id = UuidV7.next();
		this.jdbc.sql("""
				insert into search_rebuild (id, index_name, fingerprint, target, state) values
				(:id, :index, :fingerprint, :prefix || to_char(now(), 'YYYYMMDDHH24MISS') || :suffix, 'QUEUED')
				on conflict (index_name) where state in ('QUEUED', 'RUNNING') do nothing""")
			.param("id", id)
			.param("index", index)
			.param("fingerprint", fingerprint)
			.param("prefix", targetPrefix + "-")
			.param("suffix", "-" + id.toString().substring(32))
			.update();
	}

	void begin(UUID id) {
		this.jdbc.sql("update search_rebuild set state = 'RUNNING', started_at = clock_timestamp() where id = :id")
			.param("id", id)
			.update();
	}

	void advance(UUID id, UUID after, int indexed, int refused) {
		this.jdbc.sql("""
				update search_rebuild set after_id = :after, rows_indexed = rows_indexed + :indexed,
				  rows_refused = rows_refused + :refused where id = :id""")
			.param("id", id)
			.param("after", after)
			.param("indexed", indexed)
			.param("refused", refused)
			.update();
	}

	void cancel(UUID id) {
		this.jdbc.sql("update search_rebuild set cancelling = true where id = :id and state in ('QUEUED', 'RUNNING')")
			.param("id", id)
			.update();
	}

	void end(UUID id, Rebuild.State state, @Nullable String failure) {
		this.jdbc.sql("""
				update search_rebuild set state = :state, failure = :failure, finished_at = clock_timestamp()
				where id = :id and state in ('QUEUED', 'RUNNING')""")
			.param("id", id)
			.param("state", state.name())
			.param("failure", failure)
			.update();
	}

	/** What was built before and is neither searched nor, for so long, being replaced. */
	List<Rebuild> leftOver(String index, Duration since) {
		return this.jdbc.sql("""
				select * from search_rebuild r where index_name = :index and not dropped
				and state not in ('QUEUED', 'RUNNING')
				and target not in (select target from search_live_index where name = :index)
				and greatest(finished_at, (select built_at from search_live_index where name = :index))
				  <= clock_timestamp() - make_interval(secs => :seconds)""")
			.param("index", index)
			.param("seconds", since.toMillis() / 1000.0)
			.query(Rebuilds::read)
			.list();
	}

	void dropped(UUID id) {
		this.jdbc.sql("update search_rebuild set dropped = true where id = :id").param("id", id).update();
	}

	private static Rebuild read(ResultSet row, int number) throws SQLException {
		return new Rebuild(row.getObject("id", UUID.class), row.getString("index_name"), row.getString("target"),
				row.getString("fingerprint"), Rebuild.State.valueOf(row.getString("state")),
				row.getObject("after_id", UUID.class), row.getLong("rows_indexed"), row.getLong("rows_refused"),
				row.getBoolean("cancelling"), row.getString("failure"),
				Objects.requireNonNull(time(row, "requested_at")), time(row, "started_at"), time(row, "finished_at"));
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
