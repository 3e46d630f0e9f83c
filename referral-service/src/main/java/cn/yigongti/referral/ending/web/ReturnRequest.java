package cn.yigongti.referral.ending.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import cn.yigongti.referral.ending.ReturnPatient;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ReturnRequest(@NotBlank @Size(max = 4000) String summary, @NotBlank @Size(max = 4000) String plan,
		@Size(max = 4000) @Nullable String medication,
		@Schema(description = "In the past, with referral:import") @Nullable Instant returnedAt) {

	ReturnPatient.Note note() {
		return new ReturnPatient.Note(this.summary, this.plan, this.medication,
				(this.returnedAt != null) ? this.returnedAt.truncatedTo(ChronoUnit.MICROS) : null);
	}

}
