package cn.yigongti.consultation.submission;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Question;
import cn.yigongti.consultation.consultation.Urgency;
import cn.yigongti.patient.GivenPatient;
import org.jspecify.annotations.Nullable;

/**
 * What is applied for, not checked yet.
 *
 * @param applicantId the caller's own organization when not given
 * @param doctorId the caller when not given
 * @param submittedAt in the past, for what is imported
 */
public record Draft(@Nullable UUID applicantId, UUID centerId, ConsultationType type, Urgency urgency,
		GivenPatient patient, Question question, @Nullable UUID doctorId, @Nullable Instant submittedAt) {

	boolean isImported() {
		return this.submittedAt != null;
	}

}
