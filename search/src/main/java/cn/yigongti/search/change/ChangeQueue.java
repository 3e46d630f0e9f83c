package cn.yigongti.search.change;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits to be told to Elasticsearch. A change with a smaller id may become visible
 * after one with a larger: what is done is named one by one.
 */
public class ChangeQueue {

	/** Of many changes of few rows; the others come next time. */
	private static final int MOST_CHANGES = 20_000;

	private final JdbcClient jdbc;

	public ChangeQueue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All that waits of the rows that have waited longest. */
	public List<Change> next(String index, int rows) {
		return this.jdbc.sql("""
				with oldest as (select row_id from search_change
				  where index_name = :index and due_at <= clock_timestamp() order by id limit :rows)
				select id, row_id as row, attempts from search_change
				where index_name = :index and row_id in (select row_id from oldest) limit :most""")
			.param("index", index)
			.param("rows", rows)
			.param("most", MOST_CHANGES)
			.query(Change.class)
			.list();
	}

	public void done(Collection<Change> changes) {
		if (!changes.isEmpty()) {
			this.jdbc.sql("delete from search_change where id = any (:ids)").param("ids", ids(changes)).update();
		}
	}

	/** After one second, two, four, and a minute at most. */
	public void later(Collection<Change> changes) {
		if (!changes.isEmpty()) {
			this.jdbc.sql("""
					update search_change set attempts = attempts + 1,
					  due_at = clock_timestamp() + make_interval(secs => least(60, power(2, least(attempts, 6))))
					where id = any (:ids)""").param("ids", ids(changes)).update();
		}
	}

	/** Rows that an attempt has failed on outside of this queue. */
	public void retry(String index, Collection<UUID> rows) {
		if (!rows.isEmpty()) {
			this.jdbc.sql("insert into search_change (index_name, row_id, attempts) select :index, unnest(:rows), 1")
				.param("index", index)
				.param("rows", rows.toArray(UUID[]::new))
				.update();
		}
	}

	/** Whether anything waits that an attempt has failed on. */
	public boolean hasFailed(String index) {
		return this.jdbc.sql("select exists (select from search_change where index_name = :index and attempts > 0)")
			.param("index", index)
			.query(Boolean.class)
			.single();
	}

	public void clear(String index) {
		this.jdbc.sql("delete from search_change where index_name = :index").param("index", index).update();
	}

	private static Long[] ids(Collection<Change> changes) {
		return changes.stream().map(Change::id).toArray(Long[]::new);
	}

}
