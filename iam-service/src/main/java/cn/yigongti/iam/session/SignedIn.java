package cn.yigongti.iam.session;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in under way.
 *
 * @param endsAt when it ends, however busy
 * @param secondFactorAt when a one-time code confirmed it
 * @param device what the browser said of itself
 */
public record SignedIn(UUID id, UUID userId, Instant startedAt, Instant endsAt, @Nullable Instant secondFactorAt,
		String address, @Nullable String device) {

}
