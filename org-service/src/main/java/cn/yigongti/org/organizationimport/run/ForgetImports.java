package cn.yigongti.org.organizationimport.run;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.org.organizationimport.ImportProperties;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes files and rows that have been kept long enough. That there was an import, and
 * what came of it, stays.
 */
@Component
class ForgetImports {

	private static final Caller SELF = new Caller("org-service", Caller.Kind.SERVICE, null, null, true, List.of());

	private final JdbcClient jdbc;

	private final ImportProperties properties;

	private final AuditTrail audit;

	private final TransactionOperations transaction;

	private final Clock clock;

	ForgetImports(JdbcClient jdbc, ImportProperties properties, AuditTrail audit, TransactionOperations transaction,
			Clock clock) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
	void sweep() {
		boolean more;
		do {
			more = Objects.requireNonNull(this.transaction.execute((status) -> forgetOldest()));
		}
		while (more);
	}

	private boolean forgetOldest() {
		OffsetDateTime now = OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC);
		List<UUID> old = this.jdbc.sql("""
				update organization_import set version = version + 1, forgotten_at = :now
				where id = (select id from organization_import where forgotten_at is null and finished_at < :before
				  order by finished_at limit 1 for update skip locked)
				returning id""")
			.param("now", now)
			.param("before", now.minus(this.properties.keepFor()))
			.query(UUID.class)
			.list();
		old.forEach(this::forget);
		return !old.isEmpty();
	}

	private void forget(UUID id) {
		this.jdbc.sql("delete from organization_import_row where import_id = :id").param("id", id).update();
		this.jdbc.sql("delete from organization_import_chunk where import_id = :id").param("id", id).update();
		this.audit.record(SELF, "organization-import:forget", "organization-import", id.toString(), null);
	}

}
