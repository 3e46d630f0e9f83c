package cn.yigongti.iam.grant;

import cn.yigongti.iam.role.Role;
import cn.yigongti.platform.caller.ScopeType;
import org.jspecify.annotations.Nullable;

/** A role that somebody holds, and how far it reaches. */
public record HeldRole(Role role, ScopeType scope, @Nullable String scopeId) {

	public Assignment assignment() {
		return new Assignment(this.role.code(), this.scope, this.scopeId);
	}

}
