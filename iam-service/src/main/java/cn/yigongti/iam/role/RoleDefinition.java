package cn.yigongti.iam.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;

/** What a role is to be. */
public record RoleDefinition(String code, String name, boolean platformAccess, boolean secondFactorRequired,
		Set<String> permissions, Set<String> menus) {

	public RoleDefinition {
		permissions = Set.copyOf(permissions);
		menus = Set.copyOf(menus);
	}

	RoleDefinition requiringSecondFactor(boolean required) {
		return new RoleDefinition(this.code, this.name, this.platformAccess, required, this.permissions, this.menus);
	}

	/**
	 * Checks it against the catalogues.
	 * @throws InvalidInput when it names what doesn't exist, or a menu entry that its
	 * permissions don't open
	 */
	void verify() {
		List<FieldProblem> problems = new ArrayList<>();
		Permissions.unknownOf(this.permissions)
			.forEach((unknown) -> problems.add(new FieldProblem("/permissions", "unknown-permission", unknown)));
		for (String code : this.menus) {
			Menu.entry(code)
				.ifPresentOrElse((entry) -> verify(entry, problems),
						() -> problems.add(new FieldProblem("/menus", "unknown-menu", code)));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private void verify(Menu entry, List<FieldProblem> problems) {
		String needed = String.valueOf(entry.permission());
		if (!this.permissions.contains(needed)) {
			problems.add(new FieldProblem("/menus", "menu-without-permission", entry.code(), needed));
		}
	}

	/**
	 * A role reaches as far as it is ever granted, so whoever makes one must hold all of
	 * it everywhere.
	 * @throws RoleBeyondOwnPermissions when they don't
	 */
	void verifyWithin(Caller author) {
		List<String> missing = this.permissions.stream()
			.filter((permission) -> !author.scopeOf(permission).all())
			.sorted()
			.toList();
		if (!missing.isEmpty()) {
			throw new RoleBeyondOwnPermissions(missing);
		}
	}

}
