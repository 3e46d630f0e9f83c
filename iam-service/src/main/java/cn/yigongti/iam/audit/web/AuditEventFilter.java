package cn.yigongti.iam.audit.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.iam.audit.AuditQuery;
import cn.yigongti.platform.audit.AuditResult;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which audit events to list. */
record AuditEventFilter(@Schema(description = "Inclusive") @Nullable Instant from,
		@Schema(description = "Exclusive") @Nullable Instant to,
		@Schema(description = "User id, or client id of a machine or service") @Size(max = 200) @Nullable String caller,
		@Schema(description = "Organization of the caller") @Nullable UUID organizationId,
		@Size(max = 100) @Nullable String action, @Size(max = 200) @Nullable String resource,
		@Size(max = 200) @Nullable String resourceId, @Nullable AuditResult result,
		@Schema(description = "In whose trail") @Size(max = 100) @Nullable String service) {

	AuditQuery query() {
		return new AuditQuery(this.from, this.to, this.caller, this.organizationId, this.action, this.resource,
				this.resourceId, this.result, null, this.service);
	}

}
