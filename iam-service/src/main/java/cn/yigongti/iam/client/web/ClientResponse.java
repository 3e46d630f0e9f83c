package cn.yigongti.iam.client.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.client.MachineClient;
import cn.yigongti.iam.grant.Assignment;
import cn.yigongti.iam.grant.HeldRole;
import org.jspecify.annotations.Nullable;

/**
 * A machine client as it is shown.
 *
 * @param clientSecret only in the answer that made it
 */
record ClientResponse(UUID id, String clientId, @Nullable String clientSecret, String name, UUID organizationId,
		List<Assignment> grants, Instant createdAt, Instant updatedAt) {

	static ClientResponse of(MachineClient client, @Nullable String secret, List<HeldRole> held) {
		return new ClientResponse(client.id(), client.id().toString(), secret, client.name(), client.organizationId(),
				held.stream().map(HeldRole::assignment).toList(), client.createdAt(), client.updatedAt());
	}

}
