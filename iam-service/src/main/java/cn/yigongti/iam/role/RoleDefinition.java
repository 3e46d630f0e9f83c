package cn.yigongti.iam.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
	 * @param unknown those of its permissions that it can't take up
	 * @throws InvalidInput when it names what doesn't exist, or a menu entry that its
	 * permissions don't open
	 */
	void verify(Collection<String> unknown) {
		List<FieldProblem> problems = new ArrayList<>();
		unknown.forEach((code) -> problems.add(new FieldProblem("/permissions", "unknown-permission", code)));
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
	 * A role reaches as far as it is ever granted, so whoever makes, changes or deletes
	 * one must be allowed to do so, and hold all of it, everywhere.
	 * @throws RoleBeyondOwnPermissions when they don't
	 */
	void verifyWithin(Caller author) {
		List<String> missing = Stream.concat(Stream.of("role:write"), this.permissions.stream())
			.distinct()
			.filter((permission) -> !author.scopeOf(permission).all())
			.sorted()
			.toList();
		if (!missing.isEmpty()) {
			throw new RoleBeyondOwnPermissions(missing);
		}
	}

}
