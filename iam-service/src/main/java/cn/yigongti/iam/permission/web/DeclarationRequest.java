package cn.yigongti.iam.permission.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.yigongti.platform.permission.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a service declares. */
record DeclarationRequest(@NotEmpty @Size(max = 200) List<@NotNull @Valid Declared> permissions) {

	record Declared(
			@NotNull @Size(max = 80) @Pattern(regexp = Permission.CODE,
					message = "{field.permission-code}") String code,
			@NotBlank @Size(max = 64) String chinese, @NotBlank @Size(max = 64) String english, boolean shared) {

		private Permission permission() {
			return new Permission(this.code, this.chinese, this.english, this.shared);
		}

	}

	/** Each code once. */
	Collection<Permission> declared() {
		Map<String, Permission> byCode = new LinkedHashMap<>();
		this.permissions.forEach((declared) -> byCode.put(declared.code(), declared.permission()));
		return byCode.values();
	}

}
