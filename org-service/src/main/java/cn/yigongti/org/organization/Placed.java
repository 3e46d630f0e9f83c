package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.org.calendar.Span;
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

	/** Whether it would be open in a division on a day on which that is no more. */
	boolean outlasts(Map<DivisionCode, LocalDate> endsOfDivisions) {
		Span days = this.organization.history().life().intersection(new Span(this.from, null));
		return this.organization.history().editionsFrom(this.from).stream().anyMatch((edition) -> {
			LocalDate end = endsOfDivisions.get(edition.standing().regionCode());
			Span stay = edition.span().intersection(days);
			return end != null && !stay.isEmpty() && stay.reachesBeyond(end);
		});
	}

	Set<UUID> parents() {
		return standings().stream().map(Standing::parentId).filter(Objects::nonNull).collect(Collectors.toSet());
	}

	boolean lacksParent() {
		return standings().stream()
			.anyMatch((standing) -> standing.parentId() == null && standing.tier().needsParent());
	}

}
