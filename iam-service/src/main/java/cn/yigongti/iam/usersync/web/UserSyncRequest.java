package cn.yigongti.iam.usersync.web;

import java.util.UUID;

import cn.yigongti.iam.usersync.SyncOptions;
import org.jspecify.annotations.Nullable;

/**
 * What to synchronise.
 *
 * @param organizationId one organization; without it all that the caller may reach
 * @param dryRun tells what would change, and changes nothing
 * @param full reads everybody and deactivates who is missing, instead of asking for what
 * changed since the last time
 * @param confirmVanished it is right that so many are missing
 */
record UserSyncRequest(@Nullable UUID organizationId, @Nullable Boolean dryRun, @Nullable Boolean full,
		@Nullable Boolean confirmVanished) {

	SyncOptions options() {
		return new SyncOptions(this.organizationId, Boolean.TRUE.equals(this.dryRun), Boolean.TRUE.equals(this.full),
				Boolean.TRUE.equals(this.confirmVanished));
	}

}
