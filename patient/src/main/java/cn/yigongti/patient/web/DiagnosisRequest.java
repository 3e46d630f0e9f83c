package cn.yigongti.patient.web;

import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.code.CodePattern;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A diagnosis.
 *
 * @param code ICD-10, China edition, for example {@code J20.900}
 */
public record DiagnosisRequest(@Schema(pattern = Diagnosis.ICD_10) @NotNull @CodePattern(regexp = Diagnosis.ICD_10,
		message = "{field.icd-10}") String code, @NotBlank @Size(max = 200) String text) {

	public Diagnosis diagnosis() {
		return new Diagnosis(this.code, this.text.strip());
	}

}
