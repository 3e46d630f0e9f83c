package cn.yigongti.search.projection;

import java.util.function.BooleanSupplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one process at a time work on an index: whoever holds a lock for as long as its
 * transaction lasts. Its death releases that.
 */
class Turns {

	private static final String KEY = "(hashtextextended('search:' || :index, 0))";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Turns(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Works, unless another process does.
	 * @return whether there is more to do at once
	 */
	boolean alone(String index, BooleanSupplier work) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> isFree(index) && work.getAsBoolean()));
	}

	private boolean isFree(String index) {
		return this.jdbc.sql("select pg_try_advisory_xact_lock" + KEY)
			.param("index", index)
			.query(Boolean.class)
			.single();
	}

	/** Waits until no other process works on it, to the end of this transaction. */
	void await(String index) {
		this.jdbc.sql("select pg_advisory_xact_lock" + KEY + " is null")
			.param("index", index)
			.query(Boolean.class)
			.single();
	}

}
