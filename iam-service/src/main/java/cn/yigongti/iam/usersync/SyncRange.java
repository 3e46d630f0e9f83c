package cn.yigongti.iam.usersync;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.directory.Organization;
import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations a run is about. Rows of others are passed over; a code that belongs
 * to none at all is reported by a run that is about everybody.
 */
final class SyncRange {

	private final Map<String, Organization> byCode = new HashMap<>();

	private final @Nullable UUID only;

	private final DataScope scope;

	SyncRange(Collection<Organization> organizations, @Nullable UUID only, DataScope scope) {
		organizations.stream().sorted(Comparator.comparing(Organization::active)).forEach(this::remember);
		this.only = only;
		this.scope = scope;
	}

	/** Of two with the same code the active one counts. */
	private void remember(Organization organization) {
		if (organization.institutionCode() != null) {
			this.byCode.put(organization.institutionCode(), organization);
		}
	}

	Optional<Organization> organization(@Nullable String code) {
		return Optional.ofNullable(this.byCode.get(code)).filter(this::includes);
	}

	/**
	 * Whether a row with this code, which is no organization of the range, has to be
	 * reported.
	 */
	boolean misses(@Nullable String code) {
		return this.only == null && this.scope.all() && !this.byCode.containsKey(code);
	}

	private boolean includes(Organization organization) {
		return (this.only == null || this.only.equals(organization.id()))
				&& this.scope.covers(organization.id(), organization.consortiumId(), organization.regionCode());
	}

}
