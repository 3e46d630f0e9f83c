package cn.yigongti.consultation.statistics;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the sums with the consultations, all of them, as of one moment. */
class VerifySums {

	private final JdbcClient jdbc;

	private final TransactionTemplate snapshot;

	/**
	 * A sum that isn't what it should be.
	 *
	 * @param key centre, quarter, and of what
	 * @param kept the sums that are kept
	 * @param counted what the consultations come to
	 */
	record Difference(Sums sums, String key, String kept, String counted) {

		@Override
		public String toString() {
			return "%s %s: kept %s, counted %s".formatted(this.sums, this.key, this.kept, this.counted);
		}

	}

	VerifySums(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	List<Difference> differences() {
		List<Difference> all = new ArrayList<>();
		this.snapshot.executeWithoutResult((status) -> {
			for (Sums sums : Sums.values()) {
				all.addAll(this.jdbc.sql(sums.differences())
					.query((row, number) -> new Difference(sums, row.getString("key"), row.getString("kept"),
							row.getString("counted")))
					.list());
			}
		});
		return all;
	}

}
