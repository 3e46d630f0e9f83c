package cn.yigongti.consultation.handling.web;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The time agreed on. */
record ScheduleRequest(@NotNull Instant scheduledAt,
		@Schema(description = "In the past, with consultation:import") @Nullable Instant occurredAt) {
}
