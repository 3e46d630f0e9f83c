package cn.yigongti.referral.course;

import java.util.Set;

/** A referral can't go from the status it has to the one asked for. */
public class IllegalTransition extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ReferralStatus from;

	private final transient Set<ReferralStatus> legal;

	public IllegalTransition(ReferralStatus from, String to, Set<ReferralStatus> legal) {
		super(from + " can't become " + to + ", legal is " + legal);
		this.from = from;
		this.legal = Set.copyOf(legal);
	}

	public ReferralStatus from() {
		return this.from;
	}

	/** Statuses that would be legal now. */
	public Set<ReferralStatus> legal() {
		return this.legal;
	}

}
