package cn.yigongti.iam.audit.directory;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.platform.audit.AuditResult;
import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in a service's trail.
 *
 * @param residentIdNumber in plain text: each service hashes it with a key of its own
 */
public record TrailLookup(@Nullable Instant from, @Nullable Instant to, @Nullable String caller,
		@Nullable UUID organizationId, @Nullable String action, @Nullable String resource, @Nullable String resourceId,
		@Nullable AuditResult result, @Nullable String residentIdNumber, Scope scope, int limit, boolean ascending,
		@Nullable Position position) {

	/** Of the person who asks. */
	public record Scope(boolean all, Set<UUID> organizations, Set<UUID> consortia, Set<String> regions) {

		public static Scope of(DataScope scope) {
			return new Scope(scope.all(), scope.organizations(), scope.consortia(), scope.regions());
		}

	}

	/** The last event seen. */
	public record Position(Instant at, UUID id) {

	}

	/** Never the number: it may end up in a log. */
	@Override
	public String toString() {
		return "lookup";
	}

}
