package cn.yigongti.consultation.conversation.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the centre wants to know. */
record SendBackRequest(@NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 1000) String> questions,
		@Schema(description = "In the past, with consultation:import") @Nullable Instant occurredAt) {
}
