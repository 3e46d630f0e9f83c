package cn.yigongti.referral.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import cn.yigongti.patient.PatientRules;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.patient.SealedPatient;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.referral.referral.Actor;
import cn.yigongti.referral.referral.Application;
import cn.yigongti.referral.referral.History;
import cn.yigongti.referral.referral.Move;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferralTrail;
import cn.yigongti.referral.referral.Referrals;
import cn.yigongti.referral.relation.TypeAgainstTier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A doctor applies for a referral. Everything others must be asked for is asked before
 * the transaction begins, so that an outage leaves nothing half done.
 */
@Component
public class ApplyForReferral {

	private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

	private final Sides sides;

	private final OpenReferrals open;

	private final Referrals referrals;

	private final History history;

	private final PatientSeal seal;

	private final Clock clock;

	private final TransactionOperations transaction;

	private final ReferralTrail trail;

	ApplyForReferral(Sides sides, OpenReferrals open, Referrals referrals, History history, PatientSeal seal,
			Clock clock, TransactionOperations transaction, ReferralTrail trail) {
		this.trail = trail;
		this.sides = sides;
		this.open = open;
		this.referrals = referrals;
		this.history = history;
		this.seal = seal;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * Applies.
	 * @throws InvalidInput when a field is wrong
	 * @throws NotFound when the source is not within the caller's scope
	 * @throws RelationMissing when the source may not refer so
	 * @throws TypeAgainstTier when the type disagrees with the tiers
	 * @throws DuplicateReferral when the patient is referred there already
	 */
	public Referral apply(Caller caller, Draft draft) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Instant appliedAt = (draft.appliedAt() != null) ? draft.appliedAt() : now;
		AppointmentRules.checkImported(appliedAt, now);
		AppointmentRules.check(draft.letter().appointmentAt(), appliedAt);
		SealedPatient patient = this.seal
			.seal(PatientRules.check(draft.patient(), LocalDate.ofInstant(now, Referral.ZONE)));
		Sides.Checked sides = this.sides.check(caller, draft);
		Application application = new Application(draft.type(), sides.source(), sides.target(), sides.doctor(), patient,
				appliedAt, draft.isImported(), sides.validityDays());
		return Objects.requireNonNull(this.transaction.execute((status) -> register(caller, application, draft, now)));
	}

	private Referral register(Caller caller, Application application, Draft draft, Instant now) {
		Referral referral = Referral.apply(application, draft.letter(), nextNumber(application), now);
		this.open.claim(referral, caller);
		Referral registered = this.referrals.save(referral);
		this.history.add(Move.application(registered, Actor.of(caller), now));
		this.trail.record(caller, "referral:apply", registered, null);
		return registered;
	}

	/** Day of application and a running number, for example {@code R20261122-000017}. */
	private String nextNumber(Application application) {
		String day = DAY.format(LocalDate.ofInstant(application.appliedAt(), Referral.ZONE));
		return "R%s-%06d".formatted(day, this.referrals.nextNumber());
	}

}
