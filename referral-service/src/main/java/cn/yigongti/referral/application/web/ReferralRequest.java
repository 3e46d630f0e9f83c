package cn.yigongti.referral.application.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import cn.yigongti.patient.web.DiagnosisRequest;
import cn.yigongti.patient.web.PatientRequest;
import cn.yigongti.referral.application.Draft;
import cn.yigongti.referral.referral.ReferralLetter;
import cn.yigongti.referral.relation.ReferralType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ReferralRequest(
		@Schema(description = "The applicant; the caller's own organization if left out") @Nullable UUID sourceId,
		@NotNull UUID targetId, @NotNull ReferralType type, @NotNull @Valid PatientRequest patient,
		@Schema(description = "The receiver's department") @NotBlank @Size(max = 50) String department,
		@Schema(description = "The referring doctor; the caller if left out") @Nullable UUID doctorId,
		@NotBlank @Size(max = 2000) String advice, @NotBlank @Size(max = 2000) String reason,
		@NotNull @Valid DiagnosisRequest diagnosis, @Size(max = 4000) @Nullable String history,
		@Size(max = 1000) @Nullable String allergies, @Size(max = 4000) @Nullable String treatment,
		@NotNull Instant appointmentAt, @Nullable Boolean emergency,
		@Schema(description = "In the past, with referral:import: the referral is history brought along") @Nullable Instant appliedAt) {

	Draft draft() {
		ReferralLetter letter = new ReferralLetter(this.department.strip(), this.advice, this.reason,
				this.diagnosis.diagnosis(), this.history, this.allergies, this.treatment,
				this.appointmentAt.truncatedTo(ChronoUnit.MICROS), Boolean.TRUE.equals(this.emergency));
		Instant applied = (this.appliedAt != null) ? this.appliedAt.truncatedTo(ChronoUnit.MICROS) : null;
		return new Draft(this.sourceId, this.targetId, this.type, this.patient.given(), this.doctorId, letter, applied);
	}

}
