package cn.yigongti.consultation.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person of a hospital's staff who has or had an account; {@link Presence} tells
 * whether they are there now.
 */
public record Doctor(UUID id, String name, UUID organizationId, @Nullable Department department) {

	public record Department(@Nullable String code, String name) {
	}

	public @Nullable String departmentName() {
		return (this.department != null) ? this.department.name() : null;
	}

}
