package cn.yigongti.dev.hissimulator;

import java.time.Instant;

import cn.yigongti.dev.county.StaffMember;
import cn.yigongti.dev.county.StaffType;

/**
 * A user as the Cloud HIS contract writes one.
 *
 * @param gender GB/T 2261.1: 1 male, 2 female
 * @param orgCode the institution code
 */
public record HisUser(String userId, String loginName, String name, String gender, String mobile, String orgCode,
		String deptCode, String deptName, StaffType staffType, String title, boolean enabled, Instant updatedAt) {

	static HisUser of(StaffMember member) {
		return new HisUser(member.userId(), member.loginName(), member.name(), member.male() ? "1" : "2",
				member.mobile(), member.institutionCode(), member.department().code(), member.department().label(),
				member.type(), member.title(), true, member.updatedAt());
	}

}
