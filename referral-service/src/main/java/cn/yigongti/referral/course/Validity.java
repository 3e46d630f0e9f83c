package cn.yigongti.referral.course;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The time a referral is good for.
 *
 * @param until end of its validity: who has not come by then can't come on this referral
 * any more
 * @param endedAt when it was returned, expired or made void; {@code null} while it goes
 * on
 */
public record Validity(Instant until, @Nullable Instant endedAt) {

	boolean isOverAt(Instant time) {
		return time.isAfter(this.until);
	}

	boolean isEnded() {
		return this.endedAt != null;
	}

	boolean endedAfter(Instant time) {
		return this.endedAt != null && !time.isAfter(this.endedAt);
	}

}
