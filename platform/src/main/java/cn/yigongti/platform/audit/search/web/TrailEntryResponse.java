package cn.yigongti.platform.audit.search.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.platform.audit.AuditEvent;
import cn.yigongti.platform.audit.AuditResult;
import org.jspecify.annotations.Nullable;

record TrailEntryResponse(UUID id, Instant at, String caller, String callerKind, @Nullable UUID organizationId,
		@Nullable UUID consortiumId, String action, String resource, @Nullable String resourceId, AuditResult result,
		@Nullable String reason, @Nullable Integer items, @Nullable String origin, @Nullable String traceId) {

	static TrailEntryResponse of(AuditEvent event) {
		return new TrailEntryResponse(event.id(), event.at(), event.caller(), event.callerKind(),
				event.organizationId(), event.consortiumId(), event.action(), event.resource(), event.resourceId(),
				event.result(), event.reason(), event.items(), event.origin(), event.traceId());
	}

}
