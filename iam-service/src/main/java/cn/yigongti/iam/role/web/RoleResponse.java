package cn.yigongti.iam.role.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.role.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role as it is shown.
 *
 * @param holders how many users and machine clients hold it; in lists only, since they
 * come and go without a new version of the role
 */
record RoleResponse(UUID id, String code, String name, boolean builtIn, boolean platformAccess,
		boolean secondFactorRequired, List<String> permissions, List<String> menus, Instant createdAt,
		Instant updatedAt, @Nullable Integer holders) {

	static RoleResponse of(Role role, String name) {
		return new RoleResponse(role.id(), role.code(), name, role.builtIn(), role.platformAccess(),
				role.secondFactorRequired(), role.permissions().stream().sorted().toList(),
				role.menus().stream().sorted().toList(), role.createdAt(), role.updatedAt(), null);
	}

	RoleResponse heldBy(int number) {
		return new RoleResponse(this.id, this.code, this.name, this.builtIn, this.platformAccess,
				this.secondFactorRequired, this.permissions, this.menus, this.createdAt, this.updatedAt, number);
	}

}
