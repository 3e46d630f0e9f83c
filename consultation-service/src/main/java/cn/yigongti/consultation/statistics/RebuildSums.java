package cn.yigongti.consultation.statistics;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the sums anew from the consultations, beside all traffic: whoever reads meanwhile
 * finds the old ones, and what changes meanwhile is appended and folded afterwards. Only
 * folding waits.
 */
class RebuildSums {

	/** Held by whoever writes sums. */
	static final long LOCK = 0x5354_4154L;

	private static final String COUNT = "with counted as materialized (select * from statistics_source), %s select 1"
		.formatted(Sums.foldAll("counted"));

	private final DataSource database;

	RebuildSums(DataSource database) {
		this.database = database;
	}

	/**
	 * The lock comes before the snapshot: who waits for it within a snapshot wouldn't see
	 * what was folded meanwhile, and what isn't folded any more.
	 */
	void rebuild() throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			SingleConnectionDataSource single = new SingleConnectionDataSource(connection, true);
			JdbcClient jdbc = JdbcClient.create(single);
			jdbc.sql("select pg_advisory_lock(:lock)").param("lock", LOCK).query().singleRow();
			try {
				TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(single));
				snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
				snapshot.executeWithoutResult((status) -> rebuild(jdbc));
			}
			finally {
				jdbc.sql("select pg_advisory_unlock(:lock)").param("lock", LOCK).query().singleRow();
			}
		}
	}

	private static void rebuild(JdbcClient jdbc) {
		jdbc.sql("delete from statistics_change").update();
		for (Sums sums : Sums.values()) {
			jdbc.sql("delete from " + sums.folded()).update();
		}
		jdbc.sql(COUNT).query().singleRow();
	}

}
