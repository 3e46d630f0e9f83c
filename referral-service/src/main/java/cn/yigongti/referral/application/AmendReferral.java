package cn.yigongti.referral.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.referral.referral.AppointmentMoved;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferralLetter;
import cn.yigongti.referral.referral.ReferralTrail;
import cn.yigongti.referral.referral.Referrals;
import cn.yigongti.referral.referral.Rights;
import cn.yigongti.referral.referral.WrongSide;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The applicant's side changes the letter as long as the patient has not come. */
@Component
public class AmendReferral {

	private final Referrals referrals;

	private final OpenReferrals open;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final ReferralTrail trail;

	AmendReferral(Referrals referrals, OpenReferrals open, ApplicationEventPublisher events, Clock clock,
			ReferralTrail trail) {
		this.trail = trail;
		this.referrals = referrals;
		this.open = open;
		this.events = events;
		this.clock = clock;
	}

	@Transactional
	public Referral amend(Caller caller, UUID id, ExpectedVersion expected, UnaryOperator<ReferralLetter> change) {
		Rights rights = Rights.in(this.referrals.lockById(id), id, caller);
		Referral referral = rights.referral();
		if (!rights.isApplicant()) {
			throw new WrongSide();
		}
		expected.verify(referral.version());
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		ReferralLetter before = referral.letter();
		referral.amend(change.apply(before), now);
		ReferralLetter after = referral.letter();
		if (!after.department().equals(before.department())) {
			this.open.claim(referral, caller);
		}
		if (!after.appointmentAt().equals(before.appointmentAt())) {
			AppointmentRules.check(after.appointmentAt(),
					referral.application().imported() ? referral.application().appliedAt() : now);
			this.events.publishEvent(new AppointmentMoved(referral, now));
		}
		this.trail.record(caller, "referral:amend", referral, null);
		return this.referrals.save(referral);
	}

}
