package cn.yigongti.platform.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Signs entries and appends them to the table, all with one statement. */
class AuditWriter {

	private final NamedParameterJdbcTemplate jdbc;

	private final AuditSignature signature;

	private final RequestOrigin origin;

	private final Clock clock;

	AuditWriter(NamedParameterJdbcTemplate jdbc, AuditSignature signature, RequestOrigin origin, Clock clock) {
		this.jdbc = jdbc;
		this.signature = signature;
		this.origin = origin;
		this.clock = clock;
	}

	void append(AuditEntry entry) {
		this.jdbc
			.update("""
					insert into audit_event (id, at, caller, caller_kind, organization_id, consortium_id, region_code, action,
						resource, resource_id, resident_hash, result, reason, items, origin, trace_id, signature)
					values (:id, :at, :caller, :kind, :organization, :consortium, :region, :action,
						:resource, :resourceId, :resident, :result, :reason, :items, :origin, :trace, :signature)""",
					parameters(event(entry, this.clock.instant())));
	}

	/**
	 * Appends entries that differ only in which resource and resident they are about.
	 */
	void appendAll(List<AuditEntry> entries) {
		Instant now = this.clock.instant();
		List<AuditEvent> events = entries.stream().map((entry) -> event(entry, now)).toList();
		this.jdbc
			.update("""
					insert into audit_event (id, at, caller, caller_kind, organization_id, consortium_id, region_code, action,
						resource, resource_id, resident_hash, result, reason, items, origin, trace_id, signature)
					select one.id::uuid, :at, :caller, :kind, :organization, :consortium, :region, :action,
						:resource, one.resource_id, one.resident, :result, :reason, :items, :origin, :trace, one.signature
					from unnest(:ids, :resourceIds, :residents, :signatures) one (id, resource_id, resident, signature)""",
					parameters(events.getFirst()).addValue("ids", texts(events, (event) -> event.id().toString()))
						.addValue("resourceIds", texts(events, AuditEvent::resourceId))
						.addValue("residents", texts(events, AuditEvent::residentHash))
						.addValue("signatures", texts(events, this.signature::of)));
	}

	private AuditEvent event(AuditEntry entry, Instant now) {
		return AuditEvent.of(UuidV7.next(), now, entry, this.origin.address(), this.origin.traceId());
	}

	private static @Nullable String[] texts(List<AuditEvent> events, Function<AuditEvent, @Nullable String> part) {
		return events.stream().map(part).toArray(String[]::new);
	}

	private MapSqlParameterSource parameters(AuditEvent event) {
		return new MapSqlParameterSource("id", event.id()).addValue("at", event.at().atOffset(ZoneOffset.UTC))
			.addValue("caller", event.caller())
			.addValue("kind", event.callerKind())
			.addValue("organization", event.organizationId(), Types.OTHER)
			.addValue("consortium", event.consortiumId(), Types.OTHER)
			.addValue("region", event.regionCode(), Types.VARCHAR)
			.addValue("action", event.action())
			.addValue("resource", event.resource())
			.addValue("resourceId", event.resourceId(), Types.VARCHAR)
			.addValue("resident", event.residentHash(), Types.VARCHAR)
			.addValue("result", event.result().name())
			.addValue("reason", event.reason(), Types.VARCHAR)
			.addValue("items", event.items(), Types.INTEGER)
			.addValue("origin", event.origin(), Types.VARCHAR)
			.addValue("trace", event.traceId(), Types.VARCHAR)
			.addValue("signature", this.signature.of(event));
	}

}
