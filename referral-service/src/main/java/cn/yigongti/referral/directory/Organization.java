package cn.yigongti.referral.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An organization as it stands now.
 *
 * @param consortiumId the consortium it is in today, if any
 */
public record Organization(UUID id, String name, Tier tier, String regionCode, Status status,
		@Nullable UUID consortiumId) {

	public enum Status {

		ACTIVE, CLOSED

	}

	public boolean isClosed() {
		return this.status == Status.CLOSED;
	}

}
