package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.org.region.Regions;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import org.springframework.stereotype.Component;

/**
 * Checks where an organization stands: its division, the parent above it and the children
 * below.
 */
@Component
class Placement {

	private final Organizations organizations;

	private final Register register;

	private final Regions regions;

	Placement(Organizations organizations, Register register, Regions regions) {
		this.organizations = organizations;
		this.register = register;
		this.regions = regions;
	}

	/**
	 * Checks where an organization stands on every day from one on.
	 * @param formerParents those it has had, which the caller need not be able to see
	 * @throws ParentRefused when a parent can't be
	 * @throws InvalidInput when a division is unknown in a county we know
	 */
	void check(Caller caller, Organization organization, LocalDate from, Set<UUID> formerParents) {
		List<Standing> standings = organization.history().editionsFrom(from).stream().map(Edition::standing).toList();
		if (standings.stream().map(Standing::regionCode).distinct().anyMatch(this.regions::isKnownNotToExist)) {
			throw new InvalidInput("/regionCode", "unknown-division");
		}
		if (standings.stream().anyMatch((standing) -> standing.parentId() == null && standing.tier().needsParent())) {
			throw new ParentRefused(ParentRefused.Reason.MISSING);
		}
		Set<UUID> parents = standings.stream()
			.map(Standing::parentId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		checkParents(caller, organization, from, parents, formerParents);
	}

	private void checkParents(Caller caller, Organization child, LocalDate from, Set<UUID> ids,
			Set<UUID> formerParents) {
		List<Organization> parents = this.organizations.holdAll(ids);
		Set<UUID> known = this.register.lookUp(caller, ids)
			.stream()
			.map(RegisteredOrganization::id)
			.collect(Collectors.toSet());
		boolean allKnown = ids.stream().allMatch((id) -> known.contains(id) || formerParents.contains(id));
		if (!allKnown) {
			throw new ParentRefused(ParentRefused.Reason.UNKNOWN);
		}
		parents.stream().flatMap((parent) -> parent.refusalOf(child, from).stream()).findFirst().ifPresent((reason) -> {
			throw new ParentRefused(reason);
		});
	}

	/**
	 * Makes sure that a changed organization can still be the parent of its children, on
	 * every day from one on.
	 * @throws HasOpenChildren when it can't
	 */
	void checkChildren(Organization parent, LocalDate from) {
		long left = this.organizations.childrenOf(parent.id(), from)
			.stream()
			.filter((child) -> parent.refusalOf(child, from).isPresent())
			.count();
		if (left > 0) {
			throw new HasOpenChildren((int) left);
		}
	}

}
