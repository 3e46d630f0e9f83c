package cn.yigongti.platform.audit.search;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.platform.audit.AuditResult;
import cn.yigongti.platform.audit.ResidentHash;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to look for.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(@Nullable Instant from, @Nullable Instant to, @Nullable String caller,
		@Nullable UUID organizationId, @Nullable String action, @Nullable String resource, @Nullable String resourceId,
		@Nullable AuditResult result, @Nullable ResidentHash resident) {

}
