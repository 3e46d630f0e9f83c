package cn.yigongti.iam.grant;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import cn.yigongti.iam.grant.Holder.User;
import cn.yigongti.iam.role.Role;
import cn.yigongti.iam.role.Roles;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.problem.InvalidInput;

import org.springframework.stereotype.Service;

/**
 * Changes who holds which roles. Whatever is added or taken away must be within what the
 * caller holds: every permission of the role, and at least as far; and so far must reach
 * what lets them give roles at all. That rules out gaining anything for oneself, too.
 */
@Service
public class GiveRoles {

	private final Grants grants;

	private final Roles roles;

	private final Reach reach;

	GiveRoles(Grants grants, Roles roles, Reach reach) {
		this.grants = grants;
		this.roles = roles;
		this.reach = reach;
	}

	/**
	 * Gives the holder exactly these roles, within the caller's transaction.
	 * @param pointer where the assignments stand in the body
	 * @throws InvalidInput when a role or a scope doesn't exist
	 * @throws BeyondOwnAuthority when the change exceeds what the caller holds
	 * @throws LastPlatformAdministrator when nobody would be left to administer the
	 * platform
	 */
	public void replace(Caller caller, Holder holder, List<Assignment> assignments, String pointer) {
		Set<HeldRole> wanted = held(assignments, pointer);
		Set<HeldRole> before = new HashSet<>(this.grants.of(holder));
		minus(wanted, before).forEach((added) -> verify(caller, holder, added));
		minus(before, wanted).forEach((removed) -> verify(caller, holder, removed));
		if (holder instanceof User user && before.stream().anyMatch(GiveRoles::administersThePlatform)
				&& wanted.stream().noneMatch(GiveRoles::administersThePlatform)
				&& !this.grants.isAnotherPlatformAdministrator(user.id())) {
			throw new LastPlatformAdministrator();
		}
		this.grants.replace(holder, wanted, caller.subject());
	}

	/**
	 * Checks that the holder has no more than the caller. Whoever can set a password or
	 * get a secret can act as its owner, which must not gain them anything.
	 * @throws HolderBeyondOwnAuthority when it has
	 */
	public void verifyWithin(Caller caller, Holder holder) {
		this.grants.of(holder).stream().filter((held) -> !this.reach.isWithin(caller, held)).forEach((held) -> {
			throw new HolderBeyondOwnAuthority(held.assignment());
		});
	}

	private void verify(Caller caller, Holder holder, HeldRole held) {
		if (!this.reach.isWithin(caller, held) || !this.reach.isWithin(caller, holder.permission(), held)) {
			throw new BeyondOwnAuthority(held.assignment());
		}
	}

	private Set<HeldRole> held(List<Assignment> assignments, String pointer) {
		Map<String, Role> known = this.roles.withCodes(assignments.stream().map(Assignment::roleCode).toList())
			.stream()
			.collect(Collectors.toMap(Role::code, (role) -> role));
		Set<HeldRole> held = new LinkedHashSet<>();
		for (int i = 0; i < assignments.size(); i++) {
			Assignment assignment = assignments.get(i);
			Role role = known.get(assignment.roleCode());
			if (role == null) {
				throw new InvalidInput(pointer + "/" + i + "/roleCode", "unknown-role", assignment.roleCode());
			}
			held.add(new HeldRole(role, assignment.scope(),
					this.reach.normalised(assignment, pointer + "/" + i + "/scopeId")));
		}
		return held;
	}

	private static Set<HeldRole> minus(Set<HeldRole> all, Set<HeldRole> without) {
		Set<HeldRole> rest = new LinkedHashSet<>(all);
		rest.removeAll(without);
		return rest;
	}

	private static boolean administersThePlatform(HeldRole held) {
		return held.role().code().equals(Role.PLATFORM_ADMIN) && held.scope() == ScopeType.ALL;
	}

}
