package cn.yigongti.consultation.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/** How much is still to be delivered, and how much was given up. */
record Backlog(long waiting, Duration oldestWaiting, long parked) {

	static Backlog of(long waiting, @Nullable OffsetDateTime oldest, Instant now, long parked) {
		return new Backlog(waiting, (oldest != null) ? Duration.between(oldest.toInstant(), now) : Duration.ZERO,
				parked);
	}

}
