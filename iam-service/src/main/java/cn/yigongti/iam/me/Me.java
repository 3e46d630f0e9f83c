package cn.yigongti.iam.me;

import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.role.NamedMenu;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.ScopeType;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, what they may, and what they may see.
 *
 * @param user when a person calls
 * @param client when a machine calls
 * @param consortium its name is missing while org-service can't be asked
 * @param permissions all that any of the roles gives
 * @param menus the entries to show
 */
public record Me(Caller.Kind caller, @Nullable Person user, @Nullable Machine client, @Nullable Place organization,
		@Nullable Place consortium, List<RoleInScope> roles, List<String> permissions, List<NamedMenu> menus) {

	public record Person(UUID id, String loginName, String name, @Nullable String title, @Nullable String mobile) {

	}

	public record Machine(String clientId, @Nullable String name) {

	}

	public record Place(UUID id, @Nullable String name) {

	}

	public record RoleInScope(String code, String name, ScopeType scope, @Nullable String scopeId) {

	}

}
