package cn.yigongti.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records denials in transactions of their own. Of each caller the first in a minute are
 * written one by one; how many more there were is written when the minute is over, so
 * that who is refused a thousand times a second is no burden to the database. The denial
 * itself never waits for its record.
 */
public class Denials implements DisposableBean {

	static final int ONE_BY_ONE = 20;

	private static final Logger log = LoggerFactory.getLogger(Denials.class);

	private static final String FURTHER = "further denials";

	private final AuditWriter writer;

	private final TransactionTemplate ownTransaction;

	/** The request at hand may hold a connection already: a few may take a second one. */
	private final Semaphore connections = new Semaphore(2);

	private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

	Denials(AuditWriter writer, PlatformTransactionManager transactions) {
		this.writer = writer;
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	void record(AuditEntry entry) {
		String caller = entry.caller().subject();
		Minute minute = this.minutes.compute(caller,
				(key, before) -> ((before != null) ? before : Minute.beginningWith(entry)).withAnother());
		boolean written = minute.denials <= ONE_BY_ONE && this.connections.tryAcquire();
		if (written) {
			try {
				written = write(entry);
			}
			finally {
				this.connections.release();
			}
		}
		if (!written) {
			add(entry, 1);
		}
	}

	private void add(AuditEntry entry, int unwritten) {
		this.minutes.compute(entry.caller().subject(),
				(key, before) -> ((before != null) ? before : Minute.beginningWith(entry)).withUnwritten(unwritten));
	}

	private boolean write(AuditEntry entry) {
		try {
			this.ownTransaction.executeWithoutResult((status) -> this.writer.append(entry));
			return true;
		}
		catch (DataAccessException | TransactionException ex) {
			log.error("a denial could not be recorded as yet: {}", ex.getMessage());
			return false;
		}
	}

	@Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
	void endMinute() {
		for (String caller : List.copyOf(this.minutes.keySet())) {
			Minute over = this.minutes.remove(caller);
			if (over != null && over.unwritten > 0) {
				AuditEntry entry = over.first.on(null).about(null).because(FURTHER).counting(over.unwritten);
				if (!write(entry)) {
					add(over.first, over.unwritten);
				}
			}
		}
	}

	@Override
	public void destroy() {
		endMinute();
	}

	/** Of one caller. */
	private record Minute(AuditEntry first, int denials, int unwritten) {

		static Minute beginningWith(AuditEntry entry) {
			return new Minute(entry, 0, 0);
		}

		Minute withAnother() {
			return new Minute(this.first, this.denials + 1, this.unwritten);
		}

		Minute withUnwritten(int more) {
			return new Minute(this.first, this.denials, this.unwritten + more);
		}

	}

}
