package cn.yigongti.iam.role;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.iam.config.IamProperties;
import cn.yigongti.iam.permission.CatalogueGrew;
import cn.yigongti.iam.permission.PermissionCatalogue;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The roles that come with the product. Each start writes them anew, so that an upgrade
 * brings what is new in them, and so does each permission that is new in the catalogue.
 */
@Component
class BuiltInRoles implements SmartInitializingSingleton {

	private static final Set<String> DOCTOR = codes(
			"""
					organization:read consortium:read system-config:read region:read referral-relation:read
					referral:read|write consultation-center:read consultation-relation:read consultation:read|write dashboard:read
					record-module:read record:read user:read permission:read menu:read""");

	private static final Set<String> STATISTICS_ANALYST = codes("""
			organization:read consortium:read region:read referral:read|export consultation:read|export dashboard:read
			indicator:read metric-value:read permission:read menu:read""");

	private static final Set<String> INTEGRATOR = codes("""
			organization:read referral:read referral-event:write consultation:read|write record-document:write
			metric-value:write""");

	private static final Set<String> CONSORTIUM_KEEPING = codes(
			"""
					organization:write|import consortium:write system-config:write referral-relation:write
					consultation-center:write consultation-relation:write consultation-delivery:read|write indicator:write record-module:write user:write user-sync:read|write grant:write
					role:read client:read|write audit-event:read""");

	private static final Set<String> CONSORTIUM_ADMIN = union(
			List.of(DOCTOR, STATISTICS_ANALYST, INTEGRATOR, CONSORTIUM_KEEPING));

	private static final Set<String> REGULATOR_EXPORTS = codes("referral:export consultation:export");

	private static final Set<String> MOBILE_BACKEND = codes("resident-token:issue");

	/** What a doctor may read to work with, but has no page for. */
	private static final Set<String> ADMINISTRATION = Set.of("ORGANIZATIONS", "CONSORTIA", "SYSTEM_CONFIGS", "REGIONS",
			"USERS");

	/** What the product's own roles name, declared yet or not. */
	private static final Set<String> NAMED = union(List.of(CONSORTIUM_ADMIN, REGULATOR_EXPORTS, MOBILE_BACKEND));

	private final PermissionCatalogue catalogue;

	private final Roles roles;

	private final TransactionTemplate transaction;

	private final List<String> secondFactor;

	BuiltInRoles(PermissionCatalogue catalogue, Roles roles, TransactionTemplate transaction,
			IamProperties properties) {
		this.catalogue = catalogue;
		this.roles = roles;
		this.secondFactor = properties.secondFactor().roles();
		this.transaction = transaction;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> write());
	}

	/** Within the transaction in which the catalogue grew. */
	@EventListener(CatalogueGrew.class)
	void write() {
		this.catalogue.lock();
		this.roles.replaceBuiltIns(withSecondFactor(of(this.catalogue.codes()), this.secondFactor));
	}

	/**
	 * Those named need a second factor.
	 * @throws IllegalArgumentException when one named is not built in: such a role says
	 * so itself
	 */
	static List<RoleDefinition> withSecondFactor(List<RoleDefinition> roles, List<String> named) {
		List<String> codes = roles.stream().map(RoleDefinition::code).toList();
		if (!codes.containsAll(named)) {
			throw new IllegalArgumentException("yigongti.iam.second-factor.roles may name " + codes + ", not " + named);
		}
		return roles.stream().map((role) -> role.requiringSecondFactor(named.contains(role.code()))).toList();
	}

	/**
	 * The roles, where the catalogue has these permissions. The platform administrator
	 * holds all, also those that services withdrew or have yet to declare, so that there
	 * is no role they can't give or take away.
	 */
	static List<RoleDefinition> of(Set<String> catalogue) {
		Set<String> everything = union(List.of(catalogue, NAMED));
		Set<String> readings = everything.stream()
			.filter((permission) -> permission.endsWith(":read"))
			.collect(Collectors.toSet());
		return List.of(role(Role.PLATFORM_ADMIN, "平台管理员", everything, (menu) -> true),
				role("CONSORTIUM_ADMIN", "医共体管理员", CONSORTIUM_ADMIN, (menu) -> true),
				role("REGULATOR", "监管人员", union(List.of(readings, REGULATOR_EXPORTS)), (menu) -> true),
				role("DOCTOR", "医生", DOCTOR, (menu) -> !ADMINISTRATION.contains(menu)),
				role("STATISTICS_ANALYST", "统计分析", STATISTICS_ANALYST, (menu) -> !menu.equals("REGIONS")),
				role("INTEGRATOR", "系统对接", INTEGRATOR, (menu) -> false),
				role("MOBILE_BACKEND", "移动端后台", MOBILE_BACKEND, (menu) -> false));
	}

	private static RoleDefinition role(String code, String name, Set<String> permissions, Predicate<String> shown) {
		Set<String> menus = Menu.allEntries()
			.filter((entry) -> permissions.contains(entry.permission()))
			.map(Menu::code)
			.filter(shown)
			.collect(Collectors.toSet());
		return new RoleDefinition(code, name, true, false, permissions, menus);
	}

	/** {@code role:read|write} stands for {@code role:read} and {@code role:write}. */
	private static Set<String> codes(String compact) {
		Set<String> codes = new HashSet<>();
		Stream.of(compact.strip().split("\\s+")).forEach((resource) -> {
			int colon = resource.indexOf(':');
			Pattern.compile("|", Pattern.LITERAL)
				.splitAsStream(resource.substring(colon + 1))
				.forEach((action) -> codes.add(resource.substring(0, colon + 1) + action));
		});
		return Collections.unmodifiableSet(codes);
	}

	private static Set<String> union(List<Set<String>> sets) {
		return sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
	}

}
