package cn.yigongti.iam.client;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A secret of a machine client, as far as it can be told.
 *
 * @param lastUsedAt to the hour
 * @param expiresAt when it gives way to the one that came after it
 */
public record ClientSecret(UUID id, UUID clientId, String hash, Instant createdAt, @Nullable Instant lastUsedAt,
		@Nullable Instant expiresAt) {

	/** Whether it stays good until somebody ends it. */
	public boolean lasts() {
		return this.expiresAt == null;
	}

}
