package cn.yigongti.consultation.conversion;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.Patient;

/** What the referral-service is asked for. */
record ReferralApplication(UUID sourceId, UUID targetId, String type, Patient patient, String department, UUID doctorId,
		String advice, String reason, Diagnosis diagnosis, String history, Instant appointmentAt, boolean emergency) {

	static ReferralApplication of(Consultation consultation, Patient patient, ReferralWish wish, UUID doctorId) {
		return new ReferralApplication(consultation.applicant().id(), wish.targetId(), wish.type(), patient,
				wish.department(), doctorId, wish.advice(), wish.reason(), consultation.question().diagnosis(),
				consultation.question().clinicalSummary(), wish.appointmentAt(), wish.emergency());
	}

}
