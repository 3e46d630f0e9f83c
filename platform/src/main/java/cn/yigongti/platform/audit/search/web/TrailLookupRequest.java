package cn.yigongti.platform.audit.search.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.platform.audit.AuditResult;
import cn.yigongti.platform.audit.ResidentHash;
import cn.yigongti.platform.audit.search.AuditFilter;
import cn.yigongti.platform.caller.DataScope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What to look for, in whose name.
 *
 * @param scope of who wants to know; nothing beyond the scope of who sends this
 * @param position the entry behind which the page begins
 */
record TrailLookupRequest(@Nullable Instant from, @Nullable Instant to, @Nullable @Size(max = 200) String caller,
		@Nullable UUID organizationId, @Nullable @Size(max = 100) String action,
		@Nullable @Size(max = 200) String resource, @Nullable @Size(max = 200) String resourceId,
		@Nullable AuditResult result, @Nullable @Size(max = 50) String residentIdNumber,
		@NotNull @Valid TrailScope scope, @Nullable @Min(1) @Max(200) Integer limit, @Nullable Boolean ascending,
		@Nullable @Valid TrailPosition position) {

	private static final int USUAL_LIMIT = 20;

	record TrailScope(boolean all, @NotNull @Size(max = 1000) Set<UUID> organizations,
			@NotNull @Size(max = 1000) Set<UUID> consortia,
			@NotNull @Size(max = 1000) Set<@Size(max = 12) String> regions) {

		DataScope dataScope() {
			return new DataScope(this.all, this.organizations, this.consortia, this.regions);
		}

	}

	record TrailPosition(@NotNull Instant at, @NotNull UUID id) {

	}

	int size() {
		return (this.limit != null) ? this.limit : USUAL_LIMIT;
	}

	boolean oldestFirst() {
		return Boolean.TRUE.equals(this.ascending);
	}

	@Nullable List<String> after() {
		return (this.position != null) ? List.of(this.position.at().toString(), this.position.id().toString()) : null;
	}

	AuditFilter filter(@Nullable ResidentHash resident) {
		return new AuditFilter(this.from, this.to, this.caller, this.organizationId, this.action, this.resource,
				this.resourceId, this.result, resident);
	}

}
