package cn.yigongti.iam.usersync;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param organizationId the one organization meant; without it all within reach
 * @param full whether everybody is read, and who is missing is deactivated; otherwise
 * only what changed since the last time
 * @param confirmed whether it is right that many are missing
 */
public record SyncOptions(@Nullable UUID organizationId, boolean dryRun, boolean full, boolean confirmed) {

}
