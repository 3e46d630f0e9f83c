package cn.yigongti.consultation.consultation;

import cn.yigongti.patient.Diagnosis;

import org.springframework.data.relational.core.mapping.Embedded;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

/**
 * What the applicant wants to know.
 *
 * @param department the department of the centre that is asked
 * @param purpose 会诊目的
 * @param clinicalSummary 病情摘要
 * @param diagnosis 初步诊断
 */
public record Question(String department, String purpose, String clinicalSummary,
		@Embedded(onEmpty = USE_EMPTY, prefix = "diagnosis_") Diagnosis diagnosis) {
}
