package cn.yigongti.consultation.delivery.web;

import java.time.Instant;

import cn.yigongti.consultation.delivery.DeliveryAttempt;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DeliveryAttempt")
record AttemptResponse(int number, Instant startedAt, @Nullable Instant endedAt,
		@Schema(description = "Such as delivered, duplicate, connect, timeout, status-503, unreadable-answer; "
				+ "missing while it is under way, or when it was cut off") @Nullable String outcome) {

	static AttemptResponse of(DeliveryAttempt attempt) {
		return new AttemptResponse(attempt.number(), attempt.startedAt(), attempt.endedAt(), attempt.outcome());
	}

}
