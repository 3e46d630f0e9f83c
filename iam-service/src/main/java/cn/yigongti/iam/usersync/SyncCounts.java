package cn.yigongti.iam.usersync;

/**
 * What a run did so far; in a dry run, what it would have done.
 *
 * @param fetched rows read, those of organizations that are not meant included
 * @param deactivated disabled by their HIS, or vanished from it
 * @param vanished those whom the HIS does not name any more; when there were too many to
 * believe it, they are told here and nobody was deactivated for it
 */
public record SyncCounts(int fetched, int created, int updated, int deactivated, int vanished, int unchanged,
		int failed) {

	public static final SyncCounts NONE = new SyncCounts(0, 0, 0, 0, 0, 0, 0);

	public SyncCounts plus(SyncCounts more) {
		return new SyncCounts(this.fetched + more.fetched, this.created + more.created, this.updated + more.updated,
				this.deactivated + more.deactivated, this.vanished + more.vanished, this.unchanged + more.unchanged,
				this.failed + more.failed);
	}

}
