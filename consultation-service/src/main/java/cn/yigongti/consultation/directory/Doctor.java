package cn.yigongti.consultation.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person of a hospital's staff who has or had an account; {@link Presence} tells
 * whether they are there now.
 *
 * @param staffType as its HIS says: {@code DOCTOR}, {@code VILLAGE_DOCTOR},
 * {@code NURSE}, …
 */
public record Doctor(UUID id, String name, UUID organizationId, String staffType, @Nullable Department department) {

	public record Department(@Nullable String code, String name) {
	}

	/** Who may sign a report. */
	public boolean isPhysician() {
		return this.staffType.equals("DOCTOR");
	}

	public @Nullable String departmentName() {
		return (this.department != null) ? this.department.name() : null;
	}

}
