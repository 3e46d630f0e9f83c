package cn.yigongti.iam.usersync.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.usersync.SyncState;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands.
 *
 * @param reason stable code of why it failed, {@code reasonDetail} its text
 * @param fetched rows read
 * @param vanished those whom the HIS does not name any more; part of {@code deactivated},
 * unless the run failed because there were too many
 * @param sources the same for each HIS it concerns
 */
record UserSyncResponse(UUID id, @Nullable UUID organizationId, boolean dryRun, boolean full, SyncState state,
		@Nullable String reason, @Nullable String reasonDetail, int fetched, int created, int updated, int deactivated,
		int vanished, int unchanged, int failed, List<Source> sources, Instant startedAt,
		@Nullable Instant finishedAt) {

	/**
	 * How far it has come with one HIS.
	 *
	 * @param url its address
	 */
	record Source(String url, SyncState state, @Nullable String reason, @Nullable String reasonDetail, int fetched,
			int created, int updated, int deactivated, int vanished, int unchanged, int failed) {

	}

}
