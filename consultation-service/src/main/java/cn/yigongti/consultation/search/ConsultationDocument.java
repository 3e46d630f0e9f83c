package cn.yigongti.consultation.search;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.consultation.consultation.Claim;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Reported;
import cn.yigongti.consultation.consultation.Submission;
import cn.yigongti.consultation.consultation.Urgency;
import cn.yigongti.patient.SealedPatient;
import org.jspecify.annotations.Nullable;

/**
 * What can be searched of a consultation.
 *
 * @param consortia of both sides
 * @param regions divisions of both sides
 * @param doctors who applied and who reported
 * @param report the text that holds
 */
record ConsultationDocument(ConsultationStatus status, ConsultationType type, Urgency urgency, UUID applicantId,
		UUID centerId, UUID centerOrganizationId, List<UUID> consortia, List<String> regions, @Nullable UUID claimedBy,
		String patientNameHash, List<String> patientNameParts, String patientIdNumberHash,
		@Nullable String patientPhoneHash, String consultationNumber, String diagnosisCode, List<String> doctors,
		String diagnosis, @Nullable String report, Instant submittedAt, Instant dueAt, boolean imported,
		boolean criticalValueOpen) {

	static ConsultationDocument of(Consultation consultation, List<String> nameParts, @Nullable String report) {
		Submission submission = consultation.submission();
		SealedPatient patient = submission.patient();
		Claim claim = consultation.claim();
		Reported reported = consultation.reported();
		return new ConsultationDocument(consultation.status(), submission.type(), submission.urgency(),
				submission.applicant().id(), submission.centerId(), submission.center().id(),
				Stream.of(submission.applicant().consortiumId(), submission.center().consortiumId())
					.<UUID>mapMulti((id, found) -> {
						if (id != null) {
							found.accept(id);
						}
					})
					.distinct()
					.toList(),
				Stream.of(submission.applicant().regionCode(), submission.center().regionCode()).distinct().toList(),
				(claim != null) ? claim.doctorId() : null, patient.nameHash(), nameParts, patient.idNumberHash(),
				patient.phoneHash(), consultation.consultationNumber(), consultation.question().diagnosis().code(),
				(reported != null) ? List.of(submission.doctor().name(), reported.doctorName())
						: List.of(submission.doctor().name()),
				consultation.question().diagnosis().text(), report, submission.submittedAt(), consultation.dueAt(),
				submission.imported(),
				consultation.criticalValue() && Objects.isNull(consultation.criticalAcknowledgedAt()));
	}

}
