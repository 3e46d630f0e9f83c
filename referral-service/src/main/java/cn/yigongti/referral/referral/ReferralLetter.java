package cn.yigongti.referral.referral;

import java.time.Instant;

import cn.yigongti.patient.Diagnosis;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.Embedded;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

/**
 * What the referring doctor writes (转诊单).
 *
 * @param department the receiver's department the patient is sent to
 * @param advice 医生建议
 */
public record ReferralLetter(String department, String advice, String reason,
		@Embedded(onEmpty = USE_EMPTY, prefix = "diagnosis_") Diagnosis diagnosis, @Nullable String history,
		@Nullable String allergies, @Nullable String treatment, Instant appointmentAt, boolean emergency) {
}
