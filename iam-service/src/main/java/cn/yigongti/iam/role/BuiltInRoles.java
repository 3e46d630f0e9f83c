package cn.yigongti.iam.role;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import cn.yigongti.iam.config.IamProperties;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The roles that come with the product. Each start writes them anew, so that an upgrade
 * brings what is new in them.
 */
@Component
class BuiltInRoles implements SmartInitializingSingleton {

	private static final Set<String> DOCTOR = Permissions
		.of("""
				organization:read consortium:read system-config:read region:read referral-relation:read
				referral:read|write consultation-center:read consultation-relation:read consultation:read|write dashboard:read
				record-module:read record:read user:read permission:read menu:read""");

	private static final Set<String> STATISTICS_ANALYST = Permissions.of("""
			organization:read consortium:read region:read referral:read|export consultation:read|export dashboard:read
			indicator:read metric-value:read permission:read menu:read""");

	private static final Set<String> INTEGRATOR = Permissions.of("""
			organization:read referral:read referral-event:write consultation:read|write record-document:write
			metric-value:write""");

	private static final Set<String> CONSORTIUM_KEEPING = Permissions
		.of("""
				organization:write|import consortium:write system-config:write referral-relation:write
				consultation-center:write consultation-relation:write indicator:write record-module:write user:write user-sync:read|write grant:write
				role:read client:read|write audit-event:read""");

	private static final Set<String> CONSORTIUM_ADMIN = union(
			List.of(DOCTOR, STATISTICS_ANALYST, INTEGRATOR, CONSORTIUM_KEEPING));

	private static final Set<String> REGULATOR = union(
			List.of(readings(), Permissions.of("referral:export consultation:export")));

	/** What a doctor may read to work with, but has no page for. */
	private static final Set<String> ADMINISTRATION = Set.of("ORGANIZATIONS", "CONSORTIA", "SYSTEM_CONFIGS", "REGIONS",
			"USERS");

	static final List<RoleDefinition> ALL = List.of(
			role(Role.PLATFORM_ADMIN, "平台管理员", Permissions.catalogue(), (menu) -> true),
			role("CONSORTIUM_ADMIN", "医共体管理员", CONSORTIUM_ADMIN, (menu) -> true),
			role("REGULATOR", "监管人员", REGULATOR, (menu) -> true),
			role("DOCTOR", "医生", DOCTOR, (menu) -> !ADMINISTRATION.contains(menu)),
			role("STATISTICS_ANALYST", "统计分析", STATISTICS_ANALYST, (menu) -> !menu.equals("REGIONS")),
			role("INTEGRATOR", "系统对接", INTEGRATOR, (menu) -> false));

	private final Roles roles;

	private final TransactionTemplate transaction;

	private final List<RoleDefinition> definitions;

	BuiltInRoles(Roles roles, TransactionTemplate transaction, IamProperties properties) {
		this.roles = roles;
		this.definitions = withSecondFactor(properties.secondFactor().roles());
		this.transaction = transaction;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> this.roles.replaceBuiltIns(this.definitions));
	}

	/**
	 * Those named need a second factor.
	 * @throws IllegalArgumentException when one named is not built in: such a role says
	 * so itself
	 */
	static List<RoleDefinition> withSecondFactor(List<String> named) {
		List<String> codes = ALL.stream().map(RoleDefinition::code).toList();
		if (!codes.containsAll(named)) {
			throw new IllegalArgumentException("yigongti.iam.second-factor.roles may name " + codes + ", not " + named);
		}
		return ALL.stream().map((role) -> role.requiringSecondFactor(named.contains(role.code()))).toList();
	}

	private static RoleDefinition role(String code, String name, Set<String> permissions, Predicate<String> shown) {
		Set<String> menus = Menu.allEntries()
			.filter((entry) -> permissions.contains(entry.permission()))
			.map(Menu::code)
			.filter(shown)
			.collect(Collectors.toSet());
		return new RoleDefinition(code, name, true, false, permissions, menus);
	}

	private static Set<String> readings() {
		return Permissions.catalogue()
			.stream()
			.filter((permission) -> permission.endsWith(":read"))
			.collect(Collectors.toSet());
	}

	private static Set<String> union(List<Set<String>> sets) {
		return sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
	}

}
