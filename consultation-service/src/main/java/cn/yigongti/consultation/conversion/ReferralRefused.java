package cn.yigongti.consultation.conversion;

/** The referral-service does not take the referral. */
public class ReferralRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String refusal;

	ReferralRefused(int status, String refusal) {
		super(status + " " + refusal);
		this.status = status;
		this.refusal = refusal;
	}

	/** Whether it stands against something there, and not the request itself. */
	public boolean isConflict() {
		return this.status == 409;
	}

	/** The referral-service's code, for example {@code relation-missing}. */
	public String refusal() {
		return this.refusal;
	}

}
