package cn.yigongti.iam.secondfactor;

/** What a user still owes after the password. */
public enum Due {

	NOTHING,
	/** A code of the authenticator they enrolled. */
	CODE,
	/** A role of theirs needs one, and they have none yet. */
	ENROLMENT;

	public boolean isNothing() {
		return this == NOTHING;
	}

}
