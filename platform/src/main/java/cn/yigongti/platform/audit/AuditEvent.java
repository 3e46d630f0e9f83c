package cn.yigongti.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the trail.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param residentHash keyed hash of the resident's id
 * @param origin address of the client
 * @param traceId of the request, W3C
 */
public record AuditEvent(UUID id, Instant at, String caller, String callerKind, @Nullable UUID organizationId,
		@Nullable UUID consortiumId, @Nullable String regionCode, String action, String resource,
		@Nullable String resourceId, @Nullable String residentHash, AuditResult result, @Nullable String reason,
		@Nullable Integer items, @Nullable String origin, @Nullable String traceId) {

	static AuditEvent of(UUID id, Instant at, AuditEntry entry, @Nullable String origin, @Nullable String traceId) {
		Caller caller = entry.caller();
		ResidentHash resident = entry.resident();
		return new AuditEvent(id, at.truncatedTo(ChronoUnit.MICROS), caller.subject(), caller.kind().name(),
				caller.organizationId(), caller.consortiumId(), caller.regionCode(), entry.action(), entry.resource(),
				entry.resourceId(), (resident != null) ? resident.value() : null, entry.result(), entry.reason(),
				entry.items(), origin, traceId);
	}

	/** Reads a row of {@code audit_event}. */
	public static AuditEvent of(ResultSet row, int number) throws SQLException {
		return new AuditEvent(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("caller"), row.getString("caller_kind"), row.getObject("organization_id", UUID.class),
				row.getObject("consortium_id", UUID.class), row.getString("region_code"), row.getString("action"),
				row.getString("resource"), row.getString("resource_id"), row.getString("resident_hash"),
				AuditResult.valueOf(row.getString("result")), row.getString("reason"),
				row.getObject("items", Integer.class), row.getString("origin"), row.getString("trace_id"));
	}

	/**
	 * All of it in one text, each part with its length before it, so that no two entries
	 * have the same. Never to be changed: hashes are taken of it.
	 */
	public String content() {
		return Stream
			.of(this.id, this.at.getEpochSecond(), this.at.getNano() / 1000, this.caller, this.callerKind,
					text(this.organizationId), text(this.consortiumId), text(this.regionCode), this.action,
					this.resource, text(this.resourceId), text(this.residentHash), this.result, text(this.reason),
					text(this.items), text(this.origin), text(this.traceId))
			.map(Object::toString)
			.map((part) -> part.length() + ":" + part)
			.collect(Collectors.joining());
	}

	/** What isn't there differs from what is empty. */
	private static String text(@Nullable Object value) {
		return (value != null) ? "=" + Objects.toString(value) : "";
	}

}
