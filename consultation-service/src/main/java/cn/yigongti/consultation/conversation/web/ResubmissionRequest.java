package cn.yigongti.consultation.conversation.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.conversation.Answer;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An answer to each open question. */
record ResubmissionRequest(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Given> answers,
		@Schema(description = "In the past, with consultation:import") @Nullable Instant occurredAt) {

	@Schema(name = "GivenAnswer")
	record Given(@NotNull UUID questionId, @NotBlank @Size(max = 4000) String text) {
	}

	List<Answer> given() {
		return this.answers.stream().map((answer) -> new Answer(answer.questionId(), answer.text())).toList();
	}

}
