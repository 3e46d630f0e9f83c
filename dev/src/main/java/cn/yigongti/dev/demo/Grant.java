package cn.yigongti.dev.demo;

import cn.yigongti.dev.county.PlannedConsortium;
import cn.yigongti.dev.county.PlannedOrganization;
import org.jspecify.annotations.Nullable;

/**
 * A role in a scope.
 *
 * @param scopeItem the item of the journal that has the scope's id
 * @param scopeId the scope's id where it is known beforehand
 */
record Grant(String roleCode, String scope, @Nullable String scopeItem, @Nullable String scopeId) {

	static Grant everywhere(String role) {
		return new Grant(role, "ALL", null, null);
	}

	static Grant region(String role, String code) {
		return new Grant(role, "REGION", null, code);
	}

	static Grant of(String role, PlannedConsortium consortium) {
		return new Grant(role, "CONSORTIUM", RegisterOrganizations.item(consortium), null);
	}

	static Grant of(String role, PlannedOrganization organization) {
		return new Grant(role, "ORGANIZATION", RegisterOrganizations.item(organization), null);
	}

	Assignment in(Journal journal) {
		return new Assignment(this.roleCode, this.scope,
				(this.scopeItem != null) ? journal.get(this.scopeItem) : this.scopeId);
	}

	/** As the platform wants it. */
	record Assignment(String roleCode, String scope, @Nullable String scopeId) {
	}

}
