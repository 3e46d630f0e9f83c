package cn.yigongti.dev.county;

import java.time.Instant;

/**
 * A person employed by an organization of the demo, as its hospital information system
 * knows them.
 *
 * @param organizationKey where they work
 * @param updatedAt when the system last changed the entry
 */
public record StaffMember(String userId, String loginName, String name, boolean male, String mobile,
		String organizationKey, String institutionCode, Department department, StaffType type, String title,
		Instant updatedAt) {
}
