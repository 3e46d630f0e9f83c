package cn.yigongti.iam.user;

import java.util.UUID;

/**
 * A user was deactivated or has a new password: whatever sessions and tokens they still
 * have are to end.
 */
public record AccessEnded(UUID userId) {

}
