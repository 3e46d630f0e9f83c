package cn.yigongti.iam.client.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.client.ClientSecret;
import cn.yigongti.iam.client.MachineClient;
import cn.yigongti.iam.grant.Assignment;
import cn.yigongti.iam.grant.HeldRole;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A machine client as it is shown.
 *
 * @param clientSecret only in the answer that made it
 * @param keyIds of its public keys
 */
record ClientResponse(UUID id, String clientId, @Nullable String clientSecret, String name, UUID organizationId,
		boolean enabled, @Nullable Integer requestsPerMinute, List<Assignment> grants, List<SecretInfo> secrets,
		List<String> keyIds, Instant createdAt, Instant updatedAt) {

	/** What can be told of a secret. */
	@Schema(name = "SecretInfo")
	record SecretInfo(UUID id, Instant createdAt, @Schema(description = "To the hour") @Nullable Instant lastUsedAt,
			@Nullable Instant expiresAt) {

		static SecretInfo of(ClientSecret secret) {
			return new SecretInfo(secret.id(), secret.createdAt(), secret.lastUsedAt(), secret.expiresAt());
		}

	}

	static ClientResponse of(MachineClient client, @Nullable String secret, List<HeldRole> held,
			List<ClientSecret> secrets) {
		return new ClientResponse(client.id(), client.id().toString(), secret, client.name(), client.organizationId(),
				client.enabled(), client.requestsPerMinute(), held.stream().map(HeldRole::assignment).toList(),
				secrets.stream().map(SecretInfo::of).toList(),
				(client.publicKeys() != null) ? client.publicKeys().ids() : List.of(), client.createdAt(),
				client.updatedAt());
	}

}
