package cn.yigongti.iam.role;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A menu entry of the console. An entry opens a page and needs the permission that page
 * reads with; a group opens none and shows when one of its entries does.
 *
 * @param path of the page in the console; {@code null} for a group
 * @param permission {@code null} for a group
 */
public record Menu(String code, @Nullable String path, @Nullable String permission, List<Menu> children) {

	private static final List<Menu> TREE = List.of(entry("HOME", "/home", "dashboard:read"),
			group("REFERRAL", entry("REFERRAL_CENTRE", "/referrals", "referral:read"),
					entry("REFERRAL_RELATIONS", "/referral-relations", "referral-relation:read")),
			group("CONSULTATION", entry("CONSULTATIONS", "/consultations", "consultation:read"),
					entry("CONSULTATION_CENTRES", "/consultation-centers", "consultation-center:read"),
					entry("CONSULTATION_RELATIONS", "/consultation-relations", "consultation-relation:read")),
			group("RECORD", entry("RECORDS", "/records", "record:read"),
					entry("RECORD_MODULES", "/record-modules", "record-module:read")),
			group("ORGANIZATION", entry("ORGANIZATIONS", "/organizations", "organization:read"),
					entry("CONSORTIA", "/consortia", "consortium:read"),
					entry("SYSTEM_CONFIGS", "/system-configs", "system-config:read"),
					entry("ORGANIZATION_IMPORTS", "/organization-imports", "organization:import"),
					entry("REGIONS", "/regions", "region:read")),
			entry("INDICATORS", "/indicators", "indicator:read"),
			group("ACCESS", entry("USERS", "/users", "user:read"), entry("USER_SYNCS", "/user-syncs", "user-sync:read"),
					entry("ROLES", "/roles", "role:read"), entry("CLIENTS", "/clients", "client:read")));

	public Menu {
		children = List.copyOf(children);
	}

	/** The whole tree. */
	public static List<Menu> tree() {
		return TREE;
	}

	/**
	 * The tree with only these entries, as far as the permissions reach, and the groups
	 * that lead to them.
	 */
	public static List<Menu> tree(Collection<String> codes, Set<String> permissions) {
		return prune(TREE, codes, permissions);
	}

	/** The entry (never a group) with this code. */
	static Optional<Menu> entry(String code) {
		return TREE.stream().flatMap(Menu::entries).filter((entry) -> entry.code.equals(code)).findFirst();
	}

	static Stream<Menu> allEntries() {
		return TREE.stream().flatMap(Menu::entries);
	}

	private static Menu entry(String code, String path, String permission) {
		return new Menu(code, path, permission, List.of());
	}

	private static Menu group(String code, Menu... children) {
		return new Menu(code, null, null, List.of(children));
	}

	private static List<Menu> prune(List<Menu> menus, Collection<String> codes, Set<String> permissions) {
		return menus.stream().flatMap((menu) -> menu.pruned(codes, permissions).stream()).toList();
	}

	private Optional<Menu> pruned(Collection<String> codes, Set<String> permissions) {
		if (this.permission != null) {
			return (codes.contains(this.code) && permissions.contains(this.permission)) ? Optional.of(this)
					: Optional.empty();
		}
		List<Menu> kept = prune(this.children, codes, permissions);
		return kept.isEmpty() ? Optional.empty() : Optional.of(new Menu(this.code, this.path, null, kept));
	}

	private Stream<Menu> entries() {
		return (this.permission != null) ? Stream.of(this) : this.children.stream().flatMap(Menu::entries);
	}

}
