package cn.yigongti.iam.user;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A user and what a Cloud HIS says of them.
 *
 * @param source address of the HIS that named them last; {@code null} for who was brought
 * before that was kept and not named since
 */
public record SyncedUser(UUID id, @Nullable String source, StaffMember member) {

}
