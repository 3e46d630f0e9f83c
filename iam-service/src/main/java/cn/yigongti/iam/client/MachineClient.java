package cn.yigongti.iam.client;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A system of an organization that calls us. Its id is its client id.
 *
 * @param enabled whether it gets tokens
 * @param requestsPerMinute its own quota; {@code null} for what everybody has
 * @param publicKeys of {@code private_key_jwt}; {@code null} when it has secrets alone
 */
public record MachineClient(UUID id, String name, UUID organizationId, boolean enabled,
		@Nullable Integer requestsPerMinute, @Nullable PublicKeys publicKeys, long version, Instant createdAt,
		Instant updatedAt) {

}
