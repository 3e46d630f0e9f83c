package cn.yigongti.consultation.report.web;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record AcknowledgementRequest(
		@Schema(description = "What was done about it") @Size(max = 500) @Nullable String measures,
		@Schema(description = "In the past, with consultation:import") @Nullable Instant occurredAt) {
}
