package cn.yigongti.consultation.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Who writes. A machine has no id of a user. */
record Author(@Nullable UUID id, @Nullable String name, @Nullable UUID organizationId) {
}
