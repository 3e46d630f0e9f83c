package cn.yigongti.referral.hisevent;

import cn.yigongti.referral.course.IllegalTransition;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.referral.Referral;

/**
 * What became of an event.
 *
 * @param first what was answered the first time it came; the same as the outcome unless
 * this is a duplicate
 */
public record Received(EventOutcome outcome, EventOutcome first, ReferralStatus type, Referral referral) {

	/**
	 * Goes on only if the event was not refused, now or the first time.
	 * @throws IllegalTransition when it was
	 */
	public Received accepted() {
		if (this.first == EventOutcome.REFUSED) {
			throw new IllegalTransition(this.referral.status(), this.type.name(), this.referral.legalNext());
		}
		return this;
	}

	public boolean isParked() {
		return this.first == EventOutcome.PARKED;
	}

}
