package cn.yigongti.referral.application;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.Referrals;
import cn.yigongti.referral.referral.Rights;

import org.springframework.stereotype.Component;

/**
 * No two open referrals for the same patient, target and department. Who applies for a
 * patient waits for others who do, so that the second one is told which referral stands
 * in the way; a unique index guarantees it in any case.
 */
@Component
class OpenReferrals {

	private final Referrals referrals;

	OpenReferrals(Referrals referrals) {
		this.referrals = referrals;
	}

	void claim(Referral referral, Caller caller) {
		if (!referral.isInTheWay()) {
			return;
		}
		String patient = referral.application().patient().idNumberHash();
		this.referrals.lockPatient(patient);
		this.referrals.findOpen(patient, referral.target().id(), referral.letter().department())
			.filter((open) -> !open.id().equals(referral.id()))
			.ifPresent((open) -> {
				throw new DuplicateReferral(open.isVisibleIn(caller.scopeOf(Rights.READ)) ? open.id() : null);
			});
	}

}
