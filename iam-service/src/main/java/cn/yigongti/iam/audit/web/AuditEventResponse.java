package cn.yigongti.iam.audit.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.iam.audit.FoundEvents;
import cn.yigongti.iam.audit.directory.TrailEvent;
import org.jspecify.annotations.Nullable;

record AuditEventResponse(UUID id, String service, Instant at, String caller, String callerKind,
		@Nullable UUID organizationId, @Nullable UUID consortiumId, String action, String resource,
		@Nullable String resourceId, String result, @Nullable String reason, @Nullable Integer items,
		@Nullable String origin, @Nullable String traceId) {

	static AuditEventResponse of(FoundEvents.Found found) {
		TrailEvent event = found.event();
		return new AuditEventResponse(event.id(), found.service(), event.at(), event.caller(), event.callerKind(),
				event.organizationId(), event.consortiumId(), event.action(), event.resource(), event.resourceId(),
				event.result(), event.reason(), event.items(), event.origin(), event.traceId());
	}

}
