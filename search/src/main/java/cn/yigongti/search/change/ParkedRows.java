package cn.yigongti.search.change;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that can't get into their index as they are. They hold up nobody, and are tried
 * again when they change or the index is built anew.
 */
public class ParkedRows {

	private static final Logger log = LoggerFactory.getLogger(ParkedRows.class);

	private final JdbcClient jdbc;

	public ParkedRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Parks rows.
	 * @param reasons by row, without anything of its content
	 */
	public void park(String index, Map<UUID, String> reasons) {
		reasons.forEach((row, reason) -> {
			log.error("index {}: row {} can't be indexed: {}", index, row, reason);
			this.jdbc.sql("""
					insert into search_parked (index_name, row_id, reason) values (:index, :row, :reason)
					on conflict (index_name, row_id) do update
					set reason = excluded.reason, parked_at = excluded.parked_at""")
				.param("index", index)
				.param("row", row)
				.param("reason", reason)
				.update();
		});
	}

	public void release(String index, Collection<UUID> rows) {
		if (!rows.isEmpty()) {
			this.jdbc.sql("delete from search_parked where index_name = :index and row_id = any (:rows)")
				.param("index", index)
				.param("rows", rows.toArray(UUID[]::new))
				.update();
		}
	}

	/** Those of before, which a walk through all rows hasn't met any more. */
	public void releaseBefore(String index, Instant time) {
		this.jdbc.sql("delete from search_parked where index_name = :index and parked_at < :time")
			.param("index", index)
			.param("time", time.atOffset(ZoneOffset.UTC))
			.update();
	}

}
