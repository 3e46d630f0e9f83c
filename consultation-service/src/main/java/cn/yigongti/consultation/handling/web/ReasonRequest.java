package cn.yigongti.consultation.handling.web;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A step that needs a reason. */
record ReasonRequest(@NotBlank @Size(max = 500) String reason,
		@Schema(description = "In the past, with consultation:import") @Nullable Instant occurredAt) {
}
