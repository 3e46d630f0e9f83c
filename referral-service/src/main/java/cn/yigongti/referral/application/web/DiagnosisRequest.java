package cn.yigongti.referral.application.web;

import cn.yigongti.referral.code.CodePattern;
import cn.yigongti.referral.course.Diagnosis;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * @param code ICD-10, China edition, for example {@code J20.900}
 */
record DiagnosisRequest(@Schema(pattern = Diagnosis.ICD_10) @NotNull @CodePattern(regexp = Diagnosis.ICD_10,
		message = "{field.icd-10}") String code, @NotBlank @Size(max = 200) String text) {

	Diagnosis diagnosis() {
		return new Diagnosis(this.code, this.text.strip());
	}

}
