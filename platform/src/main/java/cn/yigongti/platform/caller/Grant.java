package cn.yigongti.platform.caller;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A role held in a scope.
 *
 * @param scopeId organization id, consortium id or division-code prefix; {@code null} for
 * {@link ScopeType#ALL}
 */
public record Grant(String role, ScopeType scope, @Nullable String scopeId, Set<String> permissions) {

	public Grant {
		permissions = Set.copyOf(permissions);
		if (scope != ScopeType.ALL && (scopeId == null || scopeId.isBlank())) {
			throw new IllegalArgumentException("a grant in scope " + scope + " needs a scope id");
		}
	}

	boolean allows(String permission) {
		return this.permissions.contains(permission);
	}

}
