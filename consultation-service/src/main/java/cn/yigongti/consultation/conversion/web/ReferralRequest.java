package cn.yigongti.consultation.conversion.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import cn.yigongti.consultation.conversion.ReferralWish;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ReferralRequest(@NotNull UUID targetId, @Schema(allowableValues = {
		"UP", "DOWN", "SAME_LEVEL" }) @NotNull @Pattern(regexp = "UP|DOWN|SAME_LEVEL",
				message = "{field.referral-type}") String type,
		@Schema(description = "The receiver's department") @NotBlank @Size(max = 50) String department,
		@NotBlank @Size(max = 2000) String advice, @NotBlank @Size(max = 2000) String reason,
		@NotNull Instant appointmentAt, @Nullable Boolean emergency){

	ReferralWish wish() {
		return new ReferralWish(this.targetId, this.type, this.department.strip(), this.advice, this.reason,
				this.appointmentAt.truncatedTo(ChronoUnit.MICROS), Boolean.TRUE.equals(this.emergency));
	}

}
