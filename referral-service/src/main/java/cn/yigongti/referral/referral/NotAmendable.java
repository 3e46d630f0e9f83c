package cn.yigongti.referral.referral;

import cn.yigongti.referral.course.ReferralStatus;

/** The letter can't be changed any more: the referral is void or has moved on. */
public class NotAmendable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ReferralStatus status;

	NotAmendable(ReferralStatus status) {
		super("status " + status);
		this.status = status;
	}

	public ReferralStatus status() {
		return this.status;
	}

}
