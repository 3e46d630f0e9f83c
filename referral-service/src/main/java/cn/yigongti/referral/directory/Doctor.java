package cn.yigongti.referral.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A person of a hospital's staff who has an account. */
public record Doctor(UUID id, String name, UUID organizationId, @Nullable Department department, Status status) {

	public enum Status {

		ACTIVE, INACTIVE, LOCKED

	}

	public record Department(@Nullable String code, String name) {
	}

	/**
	 * Whether the doctor works there today; an account that is locked for a while still
	 * does.
	 */
	public boolean isOnStaff() {
		return this.status != Status.INACTIVE;
	}

	public @Nullable String departmentName() {
		return (this.department != null) ? this.department.name() : null;
	}

}
