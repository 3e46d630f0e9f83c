package cn.yigongti.iam.audit.directory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An event of a service's trail. */
public record TrailEvent(UUID id, Instant at, String caller, String callerKind, @Nullable UUID organizationId,
		@Nullable UUID consortiumId, String action, String resource, @Nullable String resourceId, String result,
		@Nullable String reason, @Nullable Integer items, @Nullable String origin, @Nullable String traceId) {

}
