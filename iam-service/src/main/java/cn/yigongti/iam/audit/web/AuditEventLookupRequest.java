package cn.yigongti.iam.audit.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.iam.audit.AuditQuery;
import cn.yigongti.platform.audit.AuditResult;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which events about a resident to list. */
record AuditEventLookupRequest(@NotBlank @Size(max = 50) String idNumber, @Nullable Instant from, @Nullable Instant to,
		@Size(max = 200) @Nullable String caller, @Nullable UUID organizationId,
		@Size(max = 100) @Nullable String action, @Size(max = 200) @Nullable String resource,
		@Size(max = 200) @Nullable String resourceId, @Nullable AuditResult result,
		@Size(max = 100) @Nullable String service) {

	AuditQuery query() {
		return new AuditQuery(this.from, this.to, this.caller, this.organizationId, this.action, this.resource,
				this.resourceId, this.result, this.idNumber, this.service);
	}

	/** Never the number: it may end up in a log. */
	@Override
	public String toString() {
		return "lookup";
	}

}
