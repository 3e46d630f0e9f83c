package cn.yigongti.dev.demo;

import java.util.List;

/**
 * The roles that this county adds to the built-in ones.
 */
enum OwnRole {

	/** For the one client that brings the history along. */
	HISTORY_IMPORT("历史数据导入", "organization:read referral:read referral:write referral:import referral-event:write"),
	/** For the one client that brings the consultations of the past along. */
	CONSULTATION_IMPORT("历史会诊导入", "organization:read consultation:read consultation:write consultation:import"),
	/** For the backend of the residents' application. */
	MOBILE_APP("居民移动端", "resident-token:issue");

	private final String label;

	private final String permissions;

	OwnRole(String label, String permissions) {
		this.label = label;
		this.permissions = permissions;
	}

	Definition definition() {
		return new Definition(name(), this.label, List.of(this.permissions.split(" ")));
	}

	/** As the platform wants it. */
	record Definition(String code, String name, List<String> permissions) {
	}

}
