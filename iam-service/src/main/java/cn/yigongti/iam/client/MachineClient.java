package cn.yigongti.iam.client;

import java.time.Instant;
import java.util.UUID;

/** A system of an organization that calls us. Its id is its client id. */
public record MachineClient(UUID id, String name, UUID organizationId, String secretHash, long version,
		Instant createdAt, Instant updatedAt) {

}
