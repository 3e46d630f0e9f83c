package cn.yigongti.consultation.submission.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Question;
import cn.yigongti.consultation.consultation.Urgency;
import cn.yigongti.consultation.submission.Draft;
import cn.yigongti.patient.web.DiagnosisRequest;
import cn.yigongti.patient.web.PatientRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ConsultationRequest(
		@Schema(description = "The applicant; the caller's own organization if left out") @Nullable UUID applicantId,
		@NotNull UUID centerId, @NotNull ConsultationType type, @NotNull Urgency urgency,
		@NotNull @Valid PatientRequest patient, @NotBlank @Size(max = 2000) String purpose,
		@NotBlank @Size(max = 4000) String clinicalSummary, @NotNull @Valid DiagnosisRequest diagnosis,
		@Schema(description = "The centre's department") @NotBlank @Size(max = 50) String department,
		@Schema(description = "The applying doctor; the caller if left out") @Nullable UUID applicantDoctorId,
		@Schema(description = "In the past, with consultation:import: history brought along") @Nullable Instant submittedAt) {

	Draft draft() {
		Question question = new Question(this.department.strip(), this.purpose, this.clinicalSummary,
				this.diagnosis.diagnosis());
		Instant submitted = (this.submittedAt != null) ? this.submittedAt.truncatedTo(ChronoUnit.MICROS) : null;
		return new Draft(this.applicantId, this.centerId, this.type, this.urgency, this.patient.given(), question,
				this.applicantDoctorId, submitted);
	}

}
