package cn.yigongti.iam.grant;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A user has left an organization.
 *
 * @param consortiumId the consortium, when they left that with it
 */
public record Departure(UUID userId, UUID organizationId, @Nullable UUID consortiumId) {

}
