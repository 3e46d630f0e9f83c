package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.org.code.DivisionCode;

/**
 * An organization that is put somewhere, or somewhere else than it was.
 *
 * @param from the first day on which it stands there
 * @param formerParents those it has had, which the caller need not be able to see
 */
record Placed(Organization organization, LocalDate from, Set<UUID> formerParents) {

	static Placed registered(Organization organization) {
		return new Placed(organization, organization.history().openedOn(), Set.of());
	}

	List<Standing> standings() {
		return this.organization.history().editionsFrom(this.from).stream().map(Edition::standing).toList();
	}

	Set<DivisionCode> divisions() {
		return standings().stream().map(Standing::regionCode).collect(Collectors.toSet());
	}

	Set<UUID> parents() {
		return standings().stream().map(Standing::parentId).filter(Objects::nonNull).collect(Collectors.toSet());
	}

	boolean lacksParent() {
		return standings().stream()
			.anyMatch((standing) -> standing.parentId() == null && standing.tier().needsParent());
	}

}
