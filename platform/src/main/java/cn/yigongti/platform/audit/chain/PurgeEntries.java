package cn.yigongti.platform.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the oldest entries go when their time is over. The service's role can't delete:
 * the database does it, if it finds that they are old enough.
 */
public class PurgeEntries {

	static final int BATCH = 5000;

	private static final Logger log = LoggerFactory.getLogger(PurgeEntries.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final AuditChain chain;

	private final AuditTrail audit;

	private final Caller self;

	private final Duration keepFor;

	private final Clock clock;

	PurgeEntries(JdbcClient jdbc, TransactionTemplate transaction, AuditChain chain, AuditTrail audit, String service,
			Duration keepFor, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.chain = chain;
		this.audit = audit;
		this.self = new Caller(service, Caller.Kind.SERVICE, null, null, true, List.of());
		this.keepFor = keepFor;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
	void purgeAll() {
		while (purgeBatch()) {
			log.info("audit entries older than {} days purged", this.keepFor.toDays());
		}
	}

	/** Whether there may be more. */
	boolean purgeBatch() {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.chain.take() && purgeOldest()));
	}

	/**
	 * Entries go in the order of the chain, up to the first that must stay. The last one
	 * of the chain always does.
	 */
	private boolean purgeOldest() {
		OffsetDateTime limit = OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC).minus(this.keepFor);
		long end = this.chain.end().number();
		Long last = this.jdbc.sql("""
				with oldest as (select s.number, e.at from audit_seal s join audit_event e on e.id = s.event_id
					where s.number < :end order by s.number limit :limit)
				select max(number) from oldest
				where number < coalesce((select min(number) from oldest where at >= :before), :end)""")
			.param("end", end)
			.param("limit", BATCH)
			.param("before", limit)
			.query((row, index) -> row.getObject(1, Long.class))
			.list()
			.getFirst();
		if (last == null) {
			return false;
		}
		this.chain.anchorAt(this.chain.at(last).orElseThrow(), this.clock);
		Long purged = this.jdbc.sql("select purge_audit_events(:last)").param("last", last).query(Long.class).single();
		this.audit.record(AuditEntry.of(this.self, "audit-event:purge", "audit-event")
			.because("up to entry " + last)
			.counting(Math.toIntExact(purged)));
		return purged == BATCH;
	}

}
