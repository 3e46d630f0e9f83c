package cn.yigongti.consultation.consultation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;
import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_NULL;

/**
 * A remote consultation (远程会诊). It guards its own moves; who may make them is a matter of
 * {@link Rights}.
 */
@Table
public class Consultation {

	/** Business dates are China's. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@Id
	private final UUID id;

	private final String consultationNumber;

	@Embedded(onEmpty = USE_EMPTY)
	private final Submission submission;

	@Embedded(onEmpty = USE_EMPTY)
	private Question question;

	private ConsultationStatus status;

	private Instant dueAt;

	@Embedded(onEmpty = USE_NULL)
	private @Nullable Claim claim;

	private @Nullable Instant scheduledAt;

	private @Nullable Instant firstReportedAt;

	@Embedded(onEmpty = USE_NULL)
	private @Nullable Reported reported;

	private boolean criticalValue;

	private @Nullable Instant criticalAcknowledgedAt;

	private @Nullable Instant endedAt;

	private @Nullable String endReason;

	private @Nullable UUID referralId;

	private final Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	@PersistenceCreator
	Consultation(UUID id, String consultationNumber, Submission submission, Question question,
			ConsultationStatus status, Instant dueAt, @Nullable Claim claim, @Nullable Instant scheduledAt,
			@Nullable Instant firstReportedAt, @Nullable Reported reported, boolean criticalValue,
			@Nullable Instant criticalAcknowledgedAt, @Nullable Instant endedAt, @Nullable String endReason,
			@Nullable UUID referralId, Instant createdAt, Instant updatedAt, long version) {
		this.id = id;
		this.consultationNumber = consultationNumber;
		this.submission = submission;
		this.question = question;
		this.status = status;
		this.dueAt = dueAt;
		this.claim = claim;
		this.scheduledAt = scheduledAt;
		this.firstReportedAt = firstReportedAt;
		this.reported = reported;
		this.criticalValue = criticalValue;
		this.criticalAcknowledgedAt = criticalAcknowledgedAt;
		this.endedAt = endedAt;
		this.endReason = endReason;
		this.referralId = referralId;
		this.createdAt = createdAt;
		this.updatedAt = updatedAt;
		this.version = version;
	}

	/** A new consultation. */
	public static Consultation submit(Submission submission, Question question, String number, Instant dueAt,
			Instant now) {
		return new Consultation(UuidV7.next(), number, submission, question, ConsultationStatus.SUBMITTED, dueAt, null,
				null, null, null, false, null, null, null, null, now, now, 0);
	}

	/** Changes what is asked. */
	public void amend(Question amended, Instant now) {
		if (!isAmendable()) {
			throw new NotAmendable(this.status);
		}
		this.question = amended;
		this.updatedAt = now;
	}

	public boolean isAmendable() {
		return this.status == ConsultationStatus.SUBMITTED || this.status == ConsultationStatus.SENT_BACK;
	}

	public void accept(Instant now) {
		moveTo(ConsultationStatus.ACCEPTED, now);
	}

	/** Agrees on a time, or on another one. */
	public void schedule(Instant at, Instant now) {
		if (this.status != ConsultationStatus.SCHEDULED) {
			moveTo(ConsultationStatus.SCHEDULED, now);
		}
		this.scheduledAt = at;
		this.updatedAt = now;
	}

	/** Asks the applicant for more; whoever had taken it has it no longer. */
	public void sendBack(Instant now) {
		moveTo(ConsultationStatus.SENT_BACK, now);
		this.claim = null;
	}

	/** The applicant has answered: the time to report begins anew. */
	public void resubmit(Instant due, Instant now) {
		moveTo(ConsultationStatus.SUBMITTED, now);
		this.dueAt = due;
	}

	public void decline(String reason, Instant at, Instant now) {
		moveTo(ConsultationStatus.DECLINED, now);
		end(reason, at);
	}

	public void cancel(String reason, Instant at, Instant now) {
		moveTo(ConsultationStatus.CANCELLED, now);
		end(reason, at);
	}

	/**
	 * A reporting doctor takes it; once more by the same changes nothing.
	 * @throws AlreadyClaimed when another has it
	 */
	public void claim(Claim wanted, Instant now) {
		if (!this.status.isTakenOn()) {
			throw new IllegalTransition(this.status, "CLAIM", legalNext());
		}
		checkClaimedByNoneBut(wanted.doctorId());
		if (this.claim == null) {
			this.claim = wanted;
			this.updatedAt = now;
		}
	}

	/** Gives it back to all reporting doctors. */
	public void release(Instant now) {
		if (!this.status.isTakenOn() || this.claim == null) {
			throw new IllegalTransition(this.status, "RELEASE", legalNext());
		}
		this.claim = null;
		this.updatedAt = now;
	}

	/**
	 * Takes the first report, or an amended one. What was confirmed of an earlier version
	 * is not confirmed of this one.
	 * @throws AlreadyClaimed when another doctor has taken it and this is the first
	 * report
	 */
	public void report(Reported report, boolean critical, Instant signedAt, Instant now) {
		if (this.status != ConsultationStatus.REPORTED) {
			checkClaimedByNoneBut(report.doctorId());
			moveTo(ConsultationStatus.REPORTED, now);
			this.firstReportedAt = signedAt;
			this.endedAt = signedAt;
		}
		this.criticalValue = critical;
		this.criticalAcknowledgedAt = null;
		this.reported = report;
		this.updatedAt = now;
	}

	/** The applicant has seen the critical value (危急值). */
	public void acknowledgeCriticalValue(Instant at, Instant now) {
		if (!this.criticalValue) {
			throw new NoCriticalValue();
		}
		if (this.criticalAcknowledgedAt == null) {
			this.criticalAcknowledgedAt = at;
			this.updatedAt = now;
		}
	}

	/** Something that belongs to it has changed. */
	public void touch(Instant now) {
		this.updatedAt = now;
	}

	/** Notes the referral it has led to. */
	public void leadTo(UUID referral, Instant now) {
		this.referralId = referral;
		this.updatedAt = now;
	}

	private void checkClaimedByNoneBut(UUID doctorId) {
		if (this.claim != null && !this.claim.doctorId().equals(doctorId)) {
			throw new AlreadyClaimed();
		}
	}

	private void end(String reason, Instant at) {
		this.endReason = reason;
		this.endedAt = at;
	}

	/**
	 * One legal move.
	 * @throws IllegalTransition when it is not legal
	 */
	private void moveTo(ConsultationStatus to, Instant now) {
		if (!legalNext().contains(to)) {
			throw new IllegalTransition(this.status, to.name(), legalNext());
		}
		this.status = to;
		this.updatedAt = now;
	}

	public Set<ConsultationStatus> legalNext() {
		return this.status.next(this.submission.type());
	}

	/** Whether the centre is late, or was. */
	public boolean isOverdue(Instant now) {
		Instant end = Objects.requireNonNullElse(this.firstReportedAt, now);
		return (this.status.isWithCentre() || this.firstReportedAt != null) && end.isAfter(this.dueAt);
	}

	public boolean isVisibleIn(DataScope scope) {
		return applicant().isWithin(scope) || center().isWithin(scope);
	}

	public UUID id() {
		return this.id;
	}

	public String consultationNumber() {
		return this.consultationNumber;
	}

	public Submission submission() {
		return this.submission;
	}

	public ConsultationType type() {
		return this.submission.type();
	}

	public Party applicant() {
		return this.submission.applicant();
	}

	/** The organization that reports. */
	public Party center() {
		return this.submission.center();
	}

	public Question question() {
		return this.question;
	}

	public ConsultationStatus status() {
		return this.status;
	}

	public Instant dueAt() {
		return this.dueAt;
	}

	public @Nullable Claim claim() {
		return this.claim;
	}

	public @Nullable Instant scheduledAt() {
		return this.scheduledAt;
	}

	public @Nullable Instant firstReportedAt() {
		return this.firstReportedAt;
	}

	public @Nullable Reported reported() {
		return this.reported;
	}

	public boolean criticalValue() {
		return this.criticalValue;
	}

	public @Nullable Instant criticalAcknowledgedAt() {
		return this.criticalAcknowledgedAt;
	}

	public @Nullable Instant endedAt() {
		return this.endedAt;
	}

	public @Nullable String endReason() {
		return this.endReason;
	}

	public @Nullable UUID referralId() {
		return this.referralId;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant updatedAt() {
		return this.updatedAt;
	}

	public long version() {
		return this.version;
	}

}
