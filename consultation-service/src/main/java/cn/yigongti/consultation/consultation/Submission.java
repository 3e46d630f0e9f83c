package cn.yigongti.consultation.consultation;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.party.Party;
import cn.yigongti.patient.SealedPatient;

import org.springframework.data.relational.core.mapping.Embedded;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

/**
 * What never changes of a consultation: who asks whom about whom. Names, tiers, consortia
 * and divisions are those of the day of submission.
 *
 * @param imported brought in with the history of a county
 */
public record Submission(ConsultationType type, Urgency urgency,
		@Embedded(onEmpty = USE_EMPTY, prefix = "applicant_") Party applicant,
		@Embedded(onEmpty = USE_EMPTY, prefix = "doctor_") ApplicantDoctor doctor, UUID centerId,
		@Embedded(onEmpty = USE_EMPTY, prefix = "center_organization_") Party center,
		@Embedded(onEmpty = USE_EMPTY, prefix = "patient_") SealedPatient patient, Instant submittedAt,
		boolean imported) {
}
