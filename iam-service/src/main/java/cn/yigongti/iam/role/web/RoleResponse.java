package cn.yigongti.iam.role.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.role.Role;

/** A role as it is shown. */
record RoleResponse(UUID id, String code, String name, boolean builtIn, boolean platformAccess,
		boolean secondFactorRequired, List<String> permissions, List<String> menus, Instant createdAt,
		Instant updatedAt) {

	static RoleResponse of(Role role, String name) {
		return new RoleResponse(role.id(), role.code(), name, role.builtIn(), role.platformAccess(),
				role.secondFactorRequired(), role.permissions().stream().sorted().toList(),
				role.menus().stream().sorted().toList(), role.createdAt(), role.updatedAt());
	}

}
