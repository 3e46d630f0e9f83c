package cn.yigongti.referral.ending;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.referral.course.IllegalTransition;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.directory.Directory;
import cn.yigongti.referral.directory.Doctor;
import cn.yigongti.referral.referral.Actor;
import cn.yigongti.referral.referral.History;
import cn.yigongti.referral.referral.Move;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferralTrail;
import cn.yigongti.referral.referral.Referrals;
import cn.yigongti.referral.referral.ReturnNote;
import cn.yigongti.referral.referral.Rights;
import cn.yigongti.referral.referral.WrongSide;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The receiver's doctor sends the patient back to the applicant (回转). */
@Component
public class ReturnPatient {

	private final Referrals referrals;

	private final History history;

	private final Directory directory;

	private final Clock clock;

	private final TransactionOperations transaction;

	private final ReferralTrail trail;

	ReturnPatient(Referrals referrals, History history, Directory directory, Clock clock,
			TransactionOperations transaction, ReferralTrail trail) {
		this.trail = trail;
		this.referrals = referrals;
		this.history = history;
		this.directory = directory;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * What the doctor writes.
	 *
	 * @param returnedAt in the past, for what is imported
	 */
	public record Note(String summary, String plan, @Nullable String medication, @Nullable Instant returnedAt) {
	}

	/**
	 * Returns the patient.
	 * @throws NotFound when the referral is not in the caller's scope
	 * @throws WrongSide when the caller is no doctor of the receiver
	 * @throws IllegalTransition when it can't be returned from where it stands, or was
	 * referred down
	 */
	public Referral giveBack(Caller caller, UUID id, Note note) {
		check(Rights.in(this.referrals.findById(id), id, caller));
		Doctor doctor = caller.isUser() ? this.directory.doctor(caller.userId()).orElse(null) : null;
		ReturnNote signed = new ReturnNote(note.summary(), note.plan(), note.medication(),
				caller.isUser() ? caller.userId() : null, (doctor != null) ? doctor.name() : null);
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Rights rights = Rights.in(this.referrals.lockById(id), id, caller);
			this.trail.record(caller, "referral:return", rights.referral(), null);
			return giveBack(rights.referral(), signed, note.returnedAt(), Actor.of(caller));
		}));
	}

	private Referral giveBack(Referral referral, ReturnNote note, @Nullable Instant given, Actor actor) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Move last = this.history.pathOf(referral.id()).getLast();
		Instant returnedAt = (given != null) ? checked(given, last, now) : later(now, last.occurredAt());
		referral.giveBack(note, returnedAt, now);
		this.history.add(last.then(Move.Kind.MOVE, ReferralStatus.RETURNED, returnedAt, actor, null, now));
		return this.referrals.save(referral);
	}

	private static void check(Rights rights) {
		if (!rights.isReceivingDoctor() && !rights.isImporter()) {
			throw new WrongSide();
		}
	}

	private static Instant checked(Instant given, Move last, Instant now) {
		if (given.isAfter(now)) {
			throw new InvalidInput("/returnedAt", "future");
		}
		if (given.isBefore(last.occurredAt())) {
			throw new InvalidInput("/returnedAt", "before-last-move");
		}
		return given;
	}

	/** A hospital's clock may be some minutes ahead of ours. */
	private static Instant later(Instant one, Instant other) {
		return one.isBefore(other) ? other : one;
	}

}
