package cn.yigongti.iam.usersync;

import org.jspecify.annotations.Nullable;

/**
 * How far a run has come with one HIS.
 *
 * @param source its address
 * @param reason why it failed
 */
public record SourceProgress(String source, SyncState state, @Nullable String reason, SyncCounts counts) {

}
