package cn.yigongti.iam.usersync;

import java.util.UUID;

import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;

/** A run is to begin, as soon as its record is committed. */
record SyncRequested(UUID id, @Nullable UUID organizationId, DataScope scope, boolean dryRun) {

}
