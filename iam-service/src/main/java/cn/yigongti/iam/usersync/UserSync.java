package cn.yigongti.iam.usersync;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param organizationId the one organization meant; {@code null} for all that the
 * requester may reach
 * @param reason why it failed
 */
public record UserSync(UUID id, @Nullable UUID organizationId, boolean dryRun, SyncState state, @Nullable String reason,
		SyncCounts counts, long version, Instant startedAt, @Nullable Instant finishedAt) {

}
