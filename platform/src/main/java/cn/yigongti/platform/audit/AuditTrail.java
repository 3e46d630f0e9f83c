package cn.yigongti.platform.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes who did what into the service's own trail, in the transaction of what it
 * records.
 */
public class AuditTrail {

	private final JdbcClient jdbc;

	private final Clock clock;

	public AuditTrail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Appends an entry.
	 * @param action what was done, {@code resource:verb}
	 * @param resource type and id of what it was done to, never a name or number of a
	 * person
	 */
	public void record(Caller caller, String action, String resource, @Nullable String resourceId,
			@Nullable String reason) {
		this.jdbc
			.sql("""
					insert into audit_event (id, at, caller, caller_kind, organization_id, action, resource, resource_id, reason)
					values (:id, :at, :caller, :kind, :organization, :action, :resource, :resourceId, :reason)""")
			.param("id", UuidV7.next())
			.param("at", OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC))
			.param("caller", caller.subject())
			.param("kind", caller.kind().name())
			.param("organization", caller.organizationId())
			.param("action", action)
			.param("resource", resource)
			.param("resourceId", resourceId)
			.param("reason", reason)
			.update();
	}

	/**
	 * Appends an entry for each of many that the same was done to, with one statement.
	 */
	public void recordAll(Caller caller, String action, String resource, Collection<String> resourceIds) {
		this.jdbc.sql("""
				insert into audit_event (id, at, caller, caller_kind, organization_id, action, resource, resource_id)
				select uuidv7(), :at, :caller, :kind, :organization, :action, :resource, id from unnest(:ids) id""")
			.param("at", OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC))
			.param("caller", caller.subject())
			.param("kind", caller.kind().name())
			.param("organization", caller.organizationId())
			.param("action", action)
			.param("resource", resource)
			.param("ids", resourceIds.toArray(String[]::new))
			.update();
	}

}
