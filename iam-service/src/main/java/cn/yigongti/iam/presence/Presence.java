package cn.yigongti.iam.presence;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether a user is on the staff of an organization.
 *
 * @param active as opposed to disabled or gone
 * @param organizationId where, or where they were last
 * @param checkedAt when this was asked
 * @param from who says so
 * @param asOf the moment for which it is said
 */
public record Presence(UUID userId, boolean active, UUID organizationId, Instant checkedAt, From from, Instant asOf) {

	/** Who says so. */
	public enum From {

		/** The HIS, just now. */
		HIS,
		/** The HIS, some minutes ago. */
		CACHE,
		/** What was synchronised last: the HIS can't be asked. */
		SYNCED_COPY

	}

}
