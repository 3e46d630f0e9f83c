package cn.yigongti.iam.user;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody of an organization's staff.
 *
 * @param gender GB/T 2261.1
 * @param mobile in clear
 * @param status as of the moment the user was read
 * @param activated whether they ever chose a password
 * @param version counts changes of the user and their grants
 */
public record User(UUID id, String loginName, String name, String gender, @Nullable String mobile, UUID organizationId,
		StaffType staffType, @Nullable String title, @Nullable Department department, UserStatus status,
		boolean activated, long version, Instant createdAt, Instant updatedAt) {

	/** A department, as the Cloud HIS calls it. */
	public record Department(@Nullable String code, @Nullable String name) {

	}

	/**
	 * Changes with whatever is shown of the user; a lock comes and goes by itself and
	 * counts, too.
	 */
	public long shownVersion() {
		return 2 * this.version + ((this.status == UserStatus.LOCKED) ? 1 : 0);
	}

}
