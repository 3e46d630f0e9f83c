package cn.yigongti.referral.course;

import cn.yigongti.patient.Diagnosis;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.Embedded;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_NULL;

/**
 * What an event says besides its type and time.
 *
 * @param outpatientNumber 门诊号
 * @param diagnosis 门诊诊断
 * @param department 住院科室 when it is about an admission
 * @param inpatientNumber 住院号
 */
public record HospitalFacts(@Nullable String outpatientNumber,
		@Embedded(onEmpty = USE_NULL, prefix = "diagnosis_") @Nullable Diagnosis diagnosis, @Nullable String department,
		@Nullable String inpatientNumber) {

	public static final HospitalFacts NONE = new HospitalFacts(null, null, null, null);

}
