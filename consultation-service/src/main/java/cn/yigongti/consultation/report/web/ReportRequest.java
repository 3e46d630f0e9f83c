package cn.yigongti.consultation.report.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import cn.yigongti.consultation.report.ReportDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ReportRequest(@NotBlank @Size(max = 8000) String findings, @NotBlank @Size(max = 4000) String opinion,
		@Size(max = 4000) @Nullable String advice,
		@Schema(description = "Whether it tells of a critical value (危急值)") @NotNull Boolean criticalValue,
		@Schema(description = "Who signs; the caller if left out. Machines must give it") @Nullable UUID doctorId,
		@Schema(description = "The number the calling system gave the report: once more with the same content changes "
				+ "nothing") @Pattern(regexp = "[\\x21-\\x7e]{1,100}",
						message = "{field.external-id}") @Nullable String externalId,
		@Schema(description = "Needed when there is a report already") @Size(min = 1,
				max = 500) @Nullable String amendmentReason,
		@Schema(description = "In the past, with consultation:import") @Nullable Instant signedAt) {

	ReportDraft draft() {
		return new ReportDraft(this.findings, this.opinion, this.advice, this.criticalValue, this.doctorId,
				this.externalId, this.amendmentReason,
				(this.signedAt != null) ? this.signedAt.truncatedTo(ChronoUnit.MICROS) : null);
	}

}
