package cn.yigongti.iam.usersync;

/** How a run, or its part for one HIS, stands. */
public enum SyncState {

	/** Of a part: another run reads the same HIS, or nobody has begun yet. */
	WAITING,

	RUNNING, SUCCEEDED, FAILED, CANCELLED

}
