package cn.yigongti.iam.audit.web;

import java.util.List;

import cn.yigongti.iam.audit.FoundEvents;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page like every other, which says whose events are missing. */
record AuditEventsResponse(List<AuditEventResponse> items,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor, long total,
		@Nullable Boolean totalIsLowerBound,
		@Schema(description = "Services that could not be asked; their events are missing") List<String> unavailable) {

	static AuditEventsResponse of(FoundEvents found) {
		return new AuditEventsResponse(found.items().stream().map(AuditEventResponse::of).toList(), found.nextCursor(),
				found.total(), found.totalIsLowerBound() ? true : null, found.unavailable());
	}

}
