package cn.yigongti.iam.role.web;

import java.util.Set;

import cn.yigongti.iam.role.RoleDefinition;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A role as it is sent.
 *
 * @param platformAccess {@code true} unless said otherwise
 * @param secondFactorRequired {@code false} unless said otherwise
 */
record RoleRequest(@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "{field.role-code}") String code,
		@NotBlank @Size(max = 64) String name, @Nullable Boolean platformAccess, @Nullable Boolean secondFactorRequired,
		@NotEmpty @Size(max = 200) Set<@NotNull String> permissions,
		@Nullable @Size(max = 200) Set<@NotNull String> menus) {

	RoleDefinition definition() {
		return new RoleDefinition(this.code, this.name.strip(), !Boolean.FALSE.equals(this.platformAccess),
				Boolean.TRUE.equals(this.secondFactorRequired), this.permissions,
				(this.menus != null) ? this.menus : Set.of());
	}

}
