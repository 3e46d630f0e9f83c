package cn.yigongti.iam.usersync;

/**
 * What a run did so far; in a dry run, what it would have done.
 *
 * @param fetched rows read, those of organizations that are not meant included
 */
public record SyncCounts(int fetched, int created, int updated, int deactivated, int unchanged, int failed) {

}
