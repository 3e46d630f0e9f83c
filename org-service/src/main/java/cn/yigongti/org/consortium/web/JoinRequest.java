package cn.yigongti.org.consortium.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.platform.problem.InvalidInput;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who joins: either one organization or a list of them.
 *
 * @param joinedOn the first day of membership
 */
record JoinRequest(@Nullable UUID organizationId,
		@Nullable @Size(min = 1, max = 500) List<@NotNull UUID> organizationIds,
		@NotNull @CalendarDate LocalDate joinedOn) {

	/**
	 * The list, or none when a single organization joins.
	 * @throws InvalidInput when both or neither is given
	 */
	@Nullable List<UUID> many() {
		if ((this.organizationId == null) == (this.organizationIds == null)) {
			throw new InvalidInput("/organizationId", "one-or-many");
		}
		return this.organizationIds;
	}

}
