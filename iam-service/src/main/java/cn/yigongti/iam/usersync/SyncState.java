package cn.yigongti.iam.usersync;

/** How a run stands. */
public enum SyncState {

	RUNNING, SUCCEEDED, FAILED

}
