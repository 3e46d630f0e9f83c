package cn.yigongti.iam.role;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A named set of permissions and the menu entries it shows. How far it reaches is decided
 * where it is granted.
 *
 * @param builtIn comes with the product and can be neither changed nor deleted
 * @param platformAccess whether holding it lets a user in at all
 * @param secondFactorRequired whether its holders need a one-time code to sign in
 */
public record Role(UUID id, String code, String name, boolean builtIn, boolean platformAccess,
		boolean secondFactorRequired, Set<String> permissions, Set<String> menus, long version, Instant createdAt,
		Instant updatedAt) {

	/** The role without which nobody could let anybody in. */
	public static final String PLATFORM_ADMIN = "PLATFORM_ADMIN";

	public Role {
		permissions = Set.copyOf(permissions);
		menus = Set.copyOf(menus);
	}

	RoleDefinition definition() {
		return new RoleDefinition(this.code, this.name, this.platformAccess, this.secondFactorRequired,
				this.permissions, this.menus);
	}

}
