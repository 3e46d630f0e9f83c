package cn.yigongti.search.projection;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks how far indexes are behind, once a second at most for each. */
public class Backlogs {

	private final JdbcClient jdbc;

	private final TransactionTemplate onPrimary;

	private final Duration validity;

	private final Map<String, Reading> readings = new ConcurrentHashMap<>();

	private final Set<String> doubted = ConcurrentHashMap.newKeySet();

	private record Reading(Backlog backlog, long nanos) {

	}

	public Backlogs(JdbcClient jdbc, PlatformTransactionManager transactions, Duration validity) {
		this.jdbc = jdbc;
		this.validity = validity;
		// of its own, for a read-only one around it would be led to the standby
		this.onPrimary = new TransactionTemplate(transactions);
		this.onPrimary.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	public Backlog of(String index) {
		Reading reading = this.readings.get(index);
		if (reading == null || System.nanoTime() - reading.nanos() >= this.validity.toNanos()) {
			reading = new Reading(Objects.requireNonNull(this.onPrimary.execute((status) -> read(index))),
					System.nanoTime());
			this.readings.put(index, reading);
		}
		return reading.backlog();
	}

	/** Somebody was told that there is no such index. */
	public void doubt(String index) {
		this.doubted.add(index);
	}

	boolean takeDoubt(String index) {
		return this.doubted.remove(index);
	}

	private Backlog read(String index) {
		return this.jdbc
			.sql("""
					select exists (select from search_live_index where name = :index) as built,
					  coalesce((select extract(epoch from clock_timestamp() - recorded_at) * 1000 from search_change
					    where index_name = :index order by id limit 1), 0)::bigint as lag,
					  (select count(*) from (select from search_change where index_name = :index limit 100000) c) as waiting,
					  (select count(*) from search_parked where index_name = :index) as parked""")
			.param("index", index)
			.query((row, number) -> new Backlog(row.getBoolean("built"),
					Duration.ofMillis(Math.max(0, row.getLong("lag"))), row.getLong("waiting"), row.getLong("parked")))
			.single();
	}

}
