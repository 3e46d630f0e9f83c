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
 * @param failures the first 1,000 of {@code failed} rows
 */
record UserSyncResponse(UUID id, @Nullable UUID organizationId, boolean dryRun, SyncState state,
		@Nullable String reason, @Nullable String reasonDetail, int fetched, int created, int updated, int deactivated,
		int unchanged, int failed, List<Failure> failures, Instant startedAt, @Nullable Instant finishedAt) {

	/**
	 * A row that could not be taken over.
	 *
	 * @param row its number, counted from 1
	 */
	record Failure(int row, @Nullable String userId, @Nullable String loginName, @Nullable String orgCode, String field,
			String code, String detail) {

	}

}
