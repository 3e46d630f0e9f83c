package cn.yigongti.iam.grant;

import cn.yigongti.platform.caller.ScopeType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A role in a scope, the role by its code: how grants are sent and shown.
 *
 * @param scopeId organization id, consortium id or division-code prefix; {@code null} for
 * {@link ScopeType#ALL}
 */
public record Assignment(@NotBlank @Size(max = 40) String roleCode, @NotNull ScopeType scope,
		@Nullable @Size(max = 40) String scopeId) {

}
