package cn.yigongti.iam.user;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which users to list.
 *
 * @param query beginning of the login name or of the name
 */
public record UserFilter(@Nullable String query, @Nullable UUID organizationId, @Nullable String roleCode,
		@Nullable UserStatus status) {

}
