package cn.yigongti.referral.ending;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.referral.course.IllegalTransition;
import cn.yigongti.referral.referral.Actor;
import cn.yigongti.referral.referral.History;
import cn.yigongti.referral.referral.Move;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferralTrail;
import cn.yigongti.referral.referral.Referrals;
import cn.yigongti.referral.referral.Rights;
import cn.yigongti.referral.referral.Voiding;
import cn.yigongti.referral.referral.WrongSide;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Withdrawal by the applicant's side or refusal by the receiver's, before the patient has
 * come.
 */
@Component
public class VoidReferral {

	private final Referrals referrals;

	private final History history;

	private final Clock clock;

	private final ReferralTrail trail;

	VoidReferral(Referrals referrals, History history, Clock clock, ReferralTrail trail) {
		this.trail = trail;
		this.referrals = referrals;
		this.history = history;
		this.clock = clock;
	}

	/**
	 * Makes it void.
	 * @throws NotFound when the referral is not in the caller's scope
	 * @throws WrongSide when the caller may see but not write on either side
	 * @throws IllegalTransition when it has moved on or is void already
	 */
	@Transactional
	public Referral makeVoid(Caller caller, UUID id, String reason) {
		Rights rights = Rights.in(this.referrals.lockById(id), id, caller);
		Voiding.Kind kind = rights.voids().orElseThrow(WrongSide::new);
		Referral referral = rights.referral();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		referral.makeVoid(new Voiding(kind, reason, caller.subject(), caller.organizationId()), now);
		Move last = this.history.pathOf(id).getLast();
		this.history.add(last.then(Move.Kind.VOID, null, now, Actor.of(caller), reason, now));
		this.trail.record(caller, "referral:void", referral, kind.name());
		return this.referrals.save(referral);
	}

}
