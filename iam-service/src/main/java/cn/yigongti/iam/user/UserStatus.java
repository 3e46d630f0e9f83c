package cn.yigongti.iam.user;

/** Whether a user may sign in. */
public enum UserStatus {

	ACTIVE,
	/** Disabled in the Cloud HIS. */
	INACTIVE,
	/** Too many failed sign-ins just now. */
	LOCKED

}
