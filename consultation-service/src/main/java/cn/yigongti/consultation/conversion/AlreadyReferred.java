package cn.yigongti.consultation.conversion;

import java.util.UUID;

/** The consultation has led to a referral. */
public class AlreadyReferred extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final UUID referralId;

	AlreadyReferred(UUID referralId) {
		super("referral " + referralId);
		this.referralId = referralId;
	}

	public UUID referralId() {
		return this.referralId;
	}

}
