package cn.yigongti.platform.cache;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Asks the database before each commit which caches the transaction has made void. Tables
 * say so themselves, by a trigger, so that nobody who writes can forget it:
 *
 * <pre>{@code
 * create trigger organization_outdates after insert or update or delete on organization
 *   for each statement execute function outdate_cache('organization');
 * }</pre>
 *
 * Statements outside of a transaction go unnoticed until the entries have lived their
 * time.
 */
class OutdatedByTables implements TransactionExecutionListener {

	private final ObjectProvider<Caches> caches;

	private final ObjectProvider<JdbcClient> jdbc;

	OutdatedByTables(ObjectProvider<Caches> caches, ObjectProvider<JdbcClient> jdbc) {
		this.caches = caches;
		this.jdbc = jdbc;
	}

	@Override
	public void beforeCommit(TransactionExecution transaction) {
		Caches known = this.caches.getObject();
		if (!transaction.isReadOnly() && !known.names().isEmpty()) {
			outdated(known).forEach(known::invalidate);
		}
	}

	private List<String> outdated(Caches known) {
		return this.jdbc.getObject()
			.sql("select name from unnest(:names) name where current_setting('outdated.' || name, true) = 'yes'")
			.param("names", known.names().toArray(String[]::new))
			.query(String.class)
			.list();
	}

}
