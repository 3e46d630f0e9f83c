package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.region.Regions;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

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

	private final Today today;

	Placement(Organizations organizations, Register register, Regions regions, Today today) {
		this.organizations = organizations;
		this.register = register;
		this.regions = regions;
		this.today = today;
	}

	/**
	 * Checks an organization against its surroundings.
	 * @param formerParentId the parent it had, which the caller need not be able to see
	 * @throws ParentRefused when the parent can't be
	 * @throws InvalidInput when the division is unknown in a county we know, or the
	 * opening lies in the future
	 */
	void check(Caller caller, Organization organization, @Nullable UUID formerParentId) {
		Particulars particulars = organization.particulars();
		if (particulars.openedOn().isAfter(this.today.date())) {
			throw new InvalidInput("/openedOn", "future-date");
		}
		if (this.regions.isKnownNotToExist(particulars.regionCode())) {
			throw new InvalidInput("/regionCode", "unknown-division");
		}
		UUID parentId = particulars.parentId();
		if (parentId != null) {
			checkParent(caller, organization, parentId, Objects.equals(parentId, formerParentId));
		}
		else if (particulars.tier().needsParent()) {
			throw new ParentRefused(ParentRefused.Reason.MISSING);
		}
	}

	private void checkParent(Caller caller, Organization child, UUID parentId, boolean unchanged) {
		Organization parent = this.organizations.getById(parentId)
			.filter((found) -> unchanged || this.register.find(caller, parentId, null).isPresent())
			.orElseThrow(() -> new ParentRefused(ParentRefused.Reason.UNKNOWN));
		parent.refusalOf(child).ifPresent((reason) -> {
			throw new ParentRefused(reason);
		});
	}

	/**
	 * Makes sure that a changed organization can still be the parent of its children.
	 * @throws HasOpenChildren when it can't
	 */
	void checkChildren(Organization parent) {
		LocalDate date = this.today.date();
		List<Organization> left = this.organizations.findByParticularsParentId(parent.id())
			.stream()
			.filter((child) -> child.isActiveOn(date) || child.outlasts(parent))
			.filter((child) -> parent.refusalOf(child).isPresent())
			.toList();
		if (!left.isEmpty()) {
			throw new HasOpenChildren(left.size());
		}
	}

}
