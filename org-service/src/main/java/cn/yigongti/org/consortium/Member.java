package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.organization.OrganizationStatus;
import cn.yigongti.org.organization.Tier;
import org.jspecify.annotations.Nullable;

/** A member as its consortium lists it on a date. */
public record Member(UUID organizationId, String name, Tier tier, String type, String regionCode, LocalDate joinedOn,
		@Nullable LocalDate leftOn, boolean lead, OrganizationStatus status) {

	/** A number that changes with anything shown here, the same on every replica. */
	public long tag() {
		return Integer.toUnsignedLong(toString().hashCode());
	}

}
