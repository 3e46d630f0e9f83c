package cn.yigongti.iam.usersync.page;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the HIS has named in the course of a run.
 *
 * @param userId who that is with us; {@code null} for nobody
 * @param loginName in lower case; {@code null} when the row was not taken over
 * @param fingerprint of what was said; {@code null} when that could not be read
 */
public record StagedRow(String hisUserId, @Nullable UUID userId, @Nullable String loginName,
		@Nullable String fingerprint, @Nullable Instant updatedAt) {

	/** Whether it says the same again. */
	boolean says(String what) {
		return what.equals(this.fingerprint);
	}

	/** Whether a row that says something else has come later into being. */
	boolean isOlderThan(@Nullable Instant time) {
		return this.updatedAt != null && time != null && this.updatedAt.isBefore(time);
	}

}
