package cn.yigongti.consultation.consultation.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Claim;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Question;
import cn.yigongti.consultation.consultation.Reported;
import cn.yigongti.consultation.consultation.Submission;
import cn.yigongti.consultation.consultation.Urgency;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.Patient;
import cn.yigongti.patient.web.PatientView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as clients see it, on its own and in lists.
 *
 * @param department the department of the centre that is asked
 * @param overdue whether the centre is late, or its first report was
 */
@Schema(name = "Consultation")
public record ConsultationResponse(UUID id, String consultationNumber, ConsultationType type, Urgency urgency,
		ConsultationStatus status, UUID applicantId, String applicantName, Tier applicantTier, UUID applicantDoctorId,
		String applicantDoctorName, @Nullable String applicantDoctorDepartment, UUID centerId,
		UUID centerOrganizationId, String centerOrganizationName, String department, PatientView patient,
		String purpose, String clinicalSummary, Diagnosis diagnosis, Instant submittedAt, Instant dueAt,
		boolean overdue, boolean imported, @Nullable ClaimView claim, @Nullable Instant scheduledAt,
		@Nullable ReportView report, @Nullable String endReason, @Nullable Instant endedAt, @Nullable UUID referralId,
		Instant createdAt, Instant updatedAt) {

	@Schema(name = "Claim", description = "The reporting doctor who has taken it")
	public record ClaimView(UUID doctorId, String doctorName, Instant claimedAt) {

		static @Nullable ClaimView of(@Nullable Claim claim) {
			return (claim != null) ? new ClaimView(claim.doctorId(), claim.doctorName(), claim.claimedAt()) : null;
		}

	}

	@Schema(name = "ReportSummary", description = "The report that holds; its text is below …/reports")
	public record ReportView(int version, UUID doctorId, String doctorName, @Nullable Instant firstReportedAt,
			boolean criticalValue, @Nullable Instant criticalValueAcknowledgedAt) {

		static @Nullable ReportView of(Consultation consultation) {
			Reported reported = consultation.reported();
			return (reported != null) ? new ReportView(reported.version(), reported.doctorId(), reported.doctorName(),
					consultation.firstReportedAt(), consultation.criticalValue(), consultation.criticalAcknowledgedAt())
					: null;
		}

	}

	static ConsultationResponse of(Consultation consultation, Patient patient, Instant now) {
		Submission submission = consultation.submission();
		Question question = consultation.question();
		return new ConsultationResponse(consultation.id(), consultation.consultationNumber(), submission.type(),
				submission.urgency(), consultation.status(), submission.applicant().id(), submission.applicant().name(),
				submission.applicant().tier(), submission.doctor().id(), submission.doctor().name(),
				submission.doctor().department(), submission.centerId(), submission.center().id(),
				submission.center().name(), question.department(), PatientView.of(patient), question.purpose(),
				question.clinicalSummary(), question.diagnosis(), submission.submittedAt(), consultation.dueAt(),
				consultation.isOverdue(now), submission.imported(), ClaimView.of(consultation.claim()),
				consultation.scheduledAt(), ReportView.of(consultation), consultation.endReason(),
				consultation.endedAt(), consultation.referralId(), consultation.createdAt(), consultation.updatedAt());
	}

}
