package cn.yigongti.referral.application;

import cn.yigongti.patient.KnownAs;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.Referrals;
import cn.yigongti.referral.referral.Rights;

import org.springframework.stereotype.Component;

/**
 * No two open referrals for the same patient, target and department. Who applies for a
 * patient waits for others who do, so that the second one is told which referral stands
 * in the way; a unique index guarantees it in any case, except that while a hash key is
 * replaced only the waiting does.
 */
@Component
class OpenReferrals {

	private final Referrals referrals;

	private final PatientSeal seal;

	OpenReferrals(Referrals referrals, PatientSeal seal) {
		this.referrals = referrals;
		this.seal = seal;
	}

	void claim(Referral referral, Caller caller) {
		if (!referral.isInTheWay()) {
			return;
		}
		KnownAs patient = this.seal.knownAs(referral.application().patient());
		this.referrals.lockPatient(patient.lock());
		this.referrals.findOpen(patient.hashes(), referral.target().id(), referral.letter().department())
			.filter((open) -> !open.id().equals(referral.id()))
			.ifPresent((open) -> {
				throw new DuplicateReferral(open.isVisibleIn(caller.scopeOf(Rights.READ)) ? open.id() : null);
			});
	}

}
