package cn.yigongti.consultation.submission.web;

import cn.yigongti.consultation.consultation.Question;
import cn.yigongti.patient.web.DiagnosisRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What can be changed of a consultation. */
record QuestionRequest(@NotBlank @Size(max = 50) String department, @NotBlank @Size(max = 2000) String purpose,
		@NotBlank @Size(max = 4000) String clinicalSummary, @NotNull @Valid DiagnosisRequest diagnosis) {

	static QuestionRequest of(Question question) {
		return new QuestionRequest(question.department(), question.purpose(), question.clinicalSummary(),
				new DiagnosisRequest(question.diagnosis().code(), question.diagnosis().text()));
	}

	Question question() {
		return new Question(this.department.strip(), this.purpose, this.clinicalSummary, this.diagnosis.diagnosis());
	}

}
