package cn.yigongti.iam.user;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What the Cloud HIS says of a user. Two that are equal say the same. */
public record StaffMember(String hisUserId, String loginName, String name, String gender, @Nullable String mobile,
		UUID organizationId, StaffType staffType, @Nullable String title, @Nullable String departmentCode,
		@Nullable String departmentName, boolean active) {

	/** Login names that differ in case only are the same. */
	public String loginKey() {
		return this.loginName.toLowerCase(Locale.ROOT);
	}

}
