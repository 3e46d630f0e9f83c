package cn.yigongti.consultation.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.History;
import cn.yigongti.consultation.consultation.Submission;
import cn.yigongti.consultation.delivery.Deliveries;
import cn.yigongti.consultation.due.DueTimes;
import cn.yigongti.patient.PatientRules;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.patient.SealedPatient;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A doctor applies for a consultation. Everything others must be asked for is asked
 * before the transaction begins, so that an outage leaves nothing half done; what others
 * must be told is told after it.
 */
@Component
public class SubmitConsultation {

	private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

	private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

	private final Sides sides;

	private final DueTimes dueTimes;

	private final Consultations consultations;

	private final History history;

	private final PatientSeal seal;

	private final ConsultationTrail trail;

	private final Deliveries deliveries;

	private final Clock clock;

	private final TransactionOperations transaction;

	SubmitConsultation(Sides sides, DueTimes dueTimes, Consultations consultations, History history, PatientSeal seal,
			ConsultationTrail trail, Deliveries deliveries, Clock clock, TransactionOperations transaction) {
		this.sides = sides;
		this.dueTimes = dueTimes;
		this.consultations = consultations;
		this.history = history;
		this.seal = seal;
		this.trail = trail;
		this.deliveries = deliveries;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * Applies.
	 * @throws InvalidInput when a field is wrong
	 * @throws NotFound when the applicant is not within the caller's scope
	 * @throws RelationMissing when the applicant may not apply to the centre
	 */
	public Consultation submit(Caller caller, Draft draft) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Instant submittedAt = submittedAt(draft.submittedAt(), now);
		SealedPatient patient = this.seal
			.seal(PatientRules.check(draft.patient(), LocalDate.ofInstant(now, Consultation.ZONE)));
		Sides.Checked checked = this.sides.check(caller, draft);
		Submission submission = new Submission(draft.type(), draft.urgency(), checked.applicant(), checked.doctor(),
				checked.center().id(), checked.center().organization(), patient, submittedAt, draft.isImported());
		return Objects.requireNonNull(this.transaction.execute((status) -> register(caller, submission, draft, now)));
	}

	private Consultation register(Caller caller, Submission submission, Draft draft, Instant now) {
		Instant dueAt = this.dueTimes.dueAt(submission.type(), submission.urgency(), submission.submittedAt());
		Consultation registered = this.consultations
			.save(Consultation.submit(submission, draft.question(), nextNumber(submission), dueAt, now));
		this.history.begin(registered, caller, now);
		this.trail.record(caller, "consultation:submit", registered, null);
		this.deliveries.enqueue(registered);
		return registered;
	}

	/** Day of submission and a running number, for example {@code C20261122-000017}. */
	private String nextNumber(Submission submission) {
		String day = DAY.format(LocalDate.ofInstant(submission.submittedAt(), Consultation.ZONE));
		return "C%s-%06d".formatted(day, this.consultations.nextNumber());
	}

	private static Instant submittedAt(@Nullable Instant given, Instant now) {
		if (given == null) {
			return now;
		}
		if (given.isAfter(now)) {
			throw new InvalidInput("/submittedAt", "future");
		}
		if (given.isBefore(OLDEST)) {
			throw new InvalidInput("/submittedAt", "too-long-ago");
		}
		return given;
	}

}
