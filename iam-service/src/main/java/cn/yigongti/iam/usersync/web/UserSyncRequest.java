package cn.yigongti.iam.usersync.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What to synchronise: one organization, or without it all that the caller may reach. */
record UserSyncRequest(@Nullable UUID organizationId, @Nullable Boolean dryRun) {

}
