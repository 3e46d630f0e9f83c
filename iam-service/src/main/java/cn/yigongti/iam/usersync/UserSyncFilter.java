package cn.yigongti.iam.usersync;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Which runs to list. */
public record UserSyncFilter(@Nullable UUID organizationId, @Nullable SyncState state) {

}
