package cn.yigongti.referral.referral;

import java.util.EnumSet;
import java.util.Set;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.referral.course.ReferralStatus;

/**
 * What a caller may do with a referral now.
 *
 * @param reportable event types that would move it at once
 */
public record AllowedActions(Set<Action> actions, Set<ReferralStatus> reportable) {

	public enum Action {

		AMEND, VOID, RETURN, REPORT_EVENT

	}

	public static AllowedActions of(Referral referral, Caller caller) {
		Rights rights = new Rights(caller, referral);
		Set<ReferralStatus> next = referral.legalNext();
		Set<Action> actions = EnumSet.noneOf(Action.class);
		if (referral.isAmendable() && rights.isApplicant()) {
			actions.add(Action.AMEND);
		}
		if (referral.isAmendable() && rights.voids().isPresent()) {
			actions.add(Action.VOID);
		}
		if (next.contains(ReferralStatus.RETURNED) && (rights.isReceivingDoctor() || rights.isImporter())) {
			actions.add(Action.RETURN);
		}
		next.removeIf((status) -> !status.isReportedByHospital());
		if (!rights.isReceivingHospital() || referral.isEnded()) {
			next.clear();
		}
		else {
			actions.add(Action.REPORT_EVENT);
		}
		return new AllowedActions(actions, next);
	}

}
