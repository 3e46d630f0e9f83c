package cn.yigongti.consultation.report;

import java.util.Objects;
import java.util.UUID;

import cn.yigongti.consultation.consultation.AlreadyClaimed;
import cn.yigongti.consultation.consultation.ChangeConsultation;
import cn.yigongti.consultation.consultation.ChangeConsultation.Change;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.IllegalTransition;
import cn.yigongti.consultation.consultation.Moment;
import cn.yigongti.consultation.consultation.Move.Kind;
import cn.yigongti.consultation.consultation.Reported;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.consultation.handling.ReportingDoctors;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A reporting doctor signs a report, or an amended one. A doctor signs for nobody else; a
 * machine, which is the third-party consultation system, says who signed there.
 */
@Component
public class SignReport {

	private final Consultations kept;

	private final ChangeConsultation consultations;

	private final Reports reports;

	private final ReportingDoctors doctors;

	private final TransactionOperations transaction;

	SignReport(Consultations kept, ChangeConsultation consultations, Reports reports, ReportingDoctors doctors,
			TransactionOperations transaction) {
		this.kept = kept;
		this.consultations = consultations;
		this.reports = reports;
		this.doctors = doctors;
		this.transaction = transaction;
	}

	/**
	 * Signs. What was called back already under the same external id changes nothing.
	 * @throws InvalidInput when the doctor doesn't report for the centre, or an amendment
	 * has no reason
	 * @throws ReportIdReused when another report has this external id
	 * @throws AlreadyClaimed when another doctor has taken it
	 * @throws IllegalTransition when it can't be reported from where it stands
	 */
	public Consultation sign(Caller caller, UUID id, ReportDraft draft) {
		Consultation wanted = Rights.in(this.kept.findById(id), id, caller).as(Side.CENTER);
		ReportingDoctors.Named doctor = doctor(caller, wanted, draft);
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Consultation locked = this.kept.lockById(id).orElseThrow();
			return isKnown(id, draft, doctor.id()) ? locked : write(caller, locked, draft, doctor);
		}));
	}

	private ReportingDoctors.Named doctor(Caller caller, Consultation consultation, ReportDraft draft) {
		UUID id = doctorId(caller, draft.doctorId());
		return ((draft.signedAt() != null) ? this.doctors.past(id, consultation) : this.doctors.find(id, consultation))
			.orElseThrow(() -> new InvalidInput("/doctorId", "not-a-reporting-doctor"));
	}

	private static UUID doctorId(Caller caller, @Nullable UUID given) {
		if (!caller.isUser()) {
			if (given == null) {
				throw new InvalidInput("/doctorId", "required");
			}
			return given;
		}
		if (given != null && !given.equals(caller.userId())) {
			throw new InvalidInput("/doctorId", "not-yourself");
		}
		return caller.userId();
	}

	private boolean isKnown(UUID id, ReportDraft draft, UUID doctorId) {
		if (draft.externalId() == null) {
			return false;
		}
		Report known = this.reports.findByExternalId(id, draft.externalId()).orElse(null);
		if (known != null && !known.says(draft, doctorId)) {
			throw new ReportIdReused();
		}
		return known != null;
	}

	private Consultation write(Caller caller, Consultation locked, ReportDraft draft, ReportingDoctors.Named doctor) {
		Reported before = locked.reported();
		if (before != null && draft.amendmentReason() == null) {
			throw new InvalidInput("/amendmentReason", "required");
		}
		Kind kind = (before != null) ? Kind.REPORT_AMENDMENT : Kind.REPORT;
		int version = (before != null) ? before.version() + 1 : 1;
		String reason = (before != null) ? draft.amendmentReason() : null;
		return this.consultations.change(caller, locked.id(), new Change(kind, Side.CENTER, draft.signedAt(), reason),
				(consultation, moment) -> {
					consultation.report(new Reported(version, doctor.id(), doctor.name()), draft.criticalValue(),
							moment.occurredAt(), moment.now());
					this.reports.add(report(caller, consultation, draft, doctor, version, reason, moment));
				});
	}

	private static Report report(Caller caller, Consultation consultation, ReportDraft draft,
			ReportingDoctors.Named doctor, int version, @Nullable String reason, Moment moment) {
		return new Report(UuidV7.next(), consultation.id(), version, draft.findings(), draft.opinion(), draft.advice(),
				draft.criticalValue(), doctor.id(), doctor.name(), null, null, null, source(caller, draft),
				draft.externalId(), reason, moment.occurredAt(), moment.now());
	}

	/** Who brings history along brings what the centre wrote. */
	private static Report.Source source(Caller caller, ReportDraft draft) {
		return (caller.isUser() || draft.signedAt() != null) ? Report.Source.CENTER : Report.Source.THIRD_PARTY;
	}

}
