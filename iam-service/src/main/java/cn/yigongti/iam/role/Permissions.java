package cn.yigongti.iam.role;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The catalogue of what can be permitted, as {@code resource:action}. Written compactly:
 * {@code role:read|write} stands for {@code role:read} and {@code role:write}.
 */
public final class Permissions {

	private static final Set<String> CATALOGUE = of(
			"""
					dashboard:read referral:read|write|import|export|unmask referral-event:write referral-relation:read|write
					consultation:read|write|import|export consultation-center:read|write consultation-relation:read|write
					record:read|break-glass record-document:write record-module:read|write organization:read|write|import
					consortium:read|write system-config:read|write region:read|write indicator:read|write
					metric-value:read|write user:read|write user-sync:read|write grant:write role:read|write permission:read menu:read client:read|write
					audit-event:read resident-token:issue""");

	private Permissions() {
	}

	/** All of them, in the order they are shown. */
	public static Set<String> catalogue() {
		return CATALOGUE;
	}

	/** Those of the given that the catalogue does not have. */
	public static List<String> unknownOf(Collection<String> permissions) {
		return permissions.stream().filter((permission) -> !CATALOGUE.contains(permission)).toList();
	}

	static Set<String> of(String compact) {
		Set<String> permissions = new LinkedHashSet<>();
		Stream.of(compact.strip().split("\\s+")).forEach((resource) -> {
			int colon = resource.indexOf(':');
			Pattern.compile("|", Pattern.LITERAL)
				.splitAsStream(resource.substring(colon + 1))
				.forEach((action) -> permissions.add(resource.substring(0, colon + 1) + action));
		});
		return Collections.unmodifiableSet(permissions);
	}

}
