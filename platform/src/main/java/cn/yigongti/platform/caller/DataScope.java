package cn.yigongti.platform.caller;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which rows a caller may see: the union of the scopes of all grants that hold the
 * permission. Lists are filtered by it before they are counted or paged; a single
 * resource outside of it does not exist for the caller.
 *
 * @param regions division-code prefixes
 */
public record DataScope(boolean all, Set<UUID> organizations, Set<UUID> consortia, Set<String> regions) {

	public static final DataScope NOTHING = new DataScope(false, Set.of(), Set.of(), Set.of());

	public static final DataScope ALL = new DataScope(true, Set.of(), Set.of(), Set.of());

	public DataScope {
		organizations = Set.copyOf(organizations);
		consortia = Set.copyOf(consortia);
		regions = Set.copyOf(regions);
	}

	static DataScope of(Collection<Grant> grants) {
		boolean all = false;
		Set<UUID> organizations = new HashSet<>();
		Set<UUID> consortia = new HashSet<>();
		Set<String> regions = new HashSet<>();
		for (Grant grant : grants) {
			switch (grant.scope()) {
				case ALL -> all = true;
				case ORGANIZATION -> organizations.add(UUID.fromString(idOf(grant)));
				case CONSORTIUM -> consortia.add(UUID.fromString(idOf(grant)));
				case REGION -> regions.add(idOf(grant));
			}
		}
		return new DataScope(all, organizations, consortia, regions);
	}

	private static String idOf(Grant grant) {
		return Objects.requireNonNull(grant.scopeId());
	}

	public boolean isEmpty() {
		return !this.all && this.organizations.isEmpty() && this.consortia.isEmpty() && this.regions.isEmpty();
	}

	/**
	 * Whether something that belongs to this organization, in this consortium and
	 * division, is within the scope.
	 */
	public boolean covers(UUID organizationId, @Nullable UUID consortiumId, String regionCode) {
		return this.all || this.organizations.contains(organizationId)
				|| (consortiumId != null && this.consortia.contains(consortiumId)) || coversRegion(regionCode);
	}

	public boolean coversRegion(String regionCode) {
		return this.all || this.regions.stream().anyMatch(regionCode::startsWith);
	}

}
