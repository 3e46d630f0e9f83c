package cn.yigongti.iam.user.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.grant.Assignment;
import cn.yigongti.iam.grant.HeldRole;
import cn.yigongti.iam.user.StaffType;
import cn.yigongti.iam.user.User;
import cn.yigongti.iam.user.UserStatus;
import cn.yigongti.platform.masking.Masking;
import org.jspecify.annotations.Nullable;

/** A user as they are shown. */
record UserResponse(UUID id, String loginName, String name, String gender, @Nullable String mobile, UUID organizationId,
		StaffType staffType, @Nullable String title, User.@Nullable Department department, UserStatus status,
		boolean activated, List<Assignment> grants, Instant createdAt, Instant updatedAt) {

	static UserResponse of(User user, List<HeldRole> held) {
		return new UserResponse(user.id(), user.loginName(), user.name(), user.gender(),
				Masking.phoneOrNull(user.mobile()), user.organizationId(), user.staffType(), user.title(),
				user.department(), user.status(), user.activated(), held.stream().map(HeldRole::assignment).toList(),
				user.createdAt(), user.updatedAt());
	}

}
