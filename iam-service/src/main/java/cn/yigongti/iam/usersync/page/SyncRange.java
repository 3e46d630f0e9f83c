package cn.yigongti.iam.usersync.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.iam.directory.Organization;
import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations a run over one HIS is about. A HIS has its say about those alone
 * that it answers for. A run about everybody reports rows of all others; one about some
 * organizations passes them over.
 */
public final class SyncRange {

	private final String source;

	private final Map<String, Organization> byCode = new HashMap<>();

	private final Map<UUID, Organization> byId = new HashMap<>();

	private final Set<UUID> ofSource = new HashSet<>();

	private final @Nullable UUID only;

	private final DataScope scope;

	/**
	 * Sorts out the organizations.
	 * @param responsible the HIS that answers for an organization
	 */
	public SyncRange(String source, Collection<Organization> organizations,
			Function<Organization, Optional<String>> responsible, @Nullable UUID only, DataScope scope) {
		this.source = source;
		this.only = only;
		this.scope = scope;
		organizations.stream().sorted(Comparator.comparing(Organization::active)).forEach((organization) -> {
			this.byId.put(organization.id(), organization);
			// Of two with the same code the active one counts.
			if (organization.institutionCode() != null) {
				this.byCode.put(organization.institutionCode(), organization);
			}
			if (responsible.apply(organization).filter(source::equals).isPresent()) {
				this.ofSource.add(organization.id());
			}
		});
	}

	String source() {
		return this.source;
	}

	/** What to do with a row of an organization. */
	sealed interface Placement {

		/** The row is of this organization. */
		record Meant(Organization organization) implements Placement {

		}

		/** It is of another one of this HIS, of which this run is not about. */
		record PassedOver() implements Placement {

		}

		/** It can't be, since it is of none that this HIS answers for. */
		record Misplaced(@Nullable Refused reported) implements Placement {

		}

	}

	Placement placementOf(@Nullable String code) {
		Organization organization = this.byCode.get(code);
		if (organization == null) {
			return misplaced("unknown-organization");
		}
		if (!this.ofSource.contains(organization.id())) {
			return misplaced("organization-of-another-his");
		}
		return includes(organization) ? new Placement.Meant(organization) : new Placement.PassedOver();
	}

	private Placement misplaced(String code) {
		boolean everybody = this.only == null && this.scope.all();
		return new Placement.Misplaced(everybody ? new Refused("orgCode", code) : null);
	}

	private boolean includes(Organization organization) {
		return (this.only == null || this.only.equals(organization.id()))
				&& this.scope.covers(organization.id(), organization.consortiumId(), organization.regionCode());
	}

	/** Whether this HIS answers for the organization. */
	boolean answersFor(UUID organizationId) {
		return this.ofSource.contains(organizationId);
	}

	/** Those that the run is about. */
	public List<UUID> organizationIds() {
		return this.ofSource.stream()
			.filter((id) -> Optional.ofNullable(this.byId.get(id)).filter(this::includes).isPresent())
			.toList();
	}

	/** The consortium that somebody leaves together with their organization, if any. */
	@Nullable UUID consortiumLeft(UUID from, UUID to) {
		UUID before = consortiumOf(from);
		return (before != null && !before.equals(consortiumOf(to))) ? before : null;
	}

	private @Nullable UUID consortiumOf(UUID organizationId) {
		Organization organization = this.byId.get(organizationId);
		return (organization != null) ? organization.consortiumId() : null;
	}

}
