package cn.yigongti.iam.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.audit.directory.TrailLookup;
import cn.yigongti.platform.audit.AuditResult;
import cn.yigongti.platform.audit.ResidentHash;
import cn.yigongti.platform.audit.search.AuditFilter;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Paging;
import org.jspecify.annotations.Nullable;

/**
 * Which events to look for.
 *
 * @param from inclusive
 * @param to exclusive
 * @param residentIdNumber in plain text; only hashes of it are kept
 * @param service whose trail to look in, instead of all
 */
public record AuditQuery(@Nullable Instant from, @Nullable Instant to, @Nullable String caller,
		@Nullable UUID organizationId, @Nullable String action, @Nullable String resource, @Nullable String resourceId,
		@Nullable AuditResult result, @Nullable String residentIdNumber, @Nullable String service) {

	AuditFilter filter(@Nullable ResidentHash resident) {
		return new AuditFilter(this.from, this.to, this.caller, this.organizationId, this.action, this.resource,
				this.resourceId, this.result, resident);
	}

	TrailLookup lookup(DataScope scope, Paging paging) {
		List<String> after = paging.after();
		return new TrailLookup(this.from, this.to, this.caller, this.organizationId, this.action, this.resource,
				this.resourceId, this.result, this.residentIdNumber, TrailLookup.Scope.of(scope), paging.limit(),
				!paging.sort().getFirst().descending(), (after != null)
						? new TrailLookup.Position(Instant.parse(after.get(0)), UUID.fromString(after.get(1))) : null);
	}

	/** Never the number: it may end up in a log. */
	@Override
	public String toString() {
		return "query";
	}

}
