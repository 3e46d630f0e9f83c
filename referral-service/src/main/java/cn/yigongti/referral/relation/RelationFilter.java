package cn.yigongti.referral.relation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which relations to list.
 *
 * @param organizationId on either side
 */
public record RelationFilter(@Nullable UUID sourceId, @Nullable UUID targetId, @Nullable ReferralType type,
		@Nullable UUID organizationId, @Nullable Boolean enabled) {
}
