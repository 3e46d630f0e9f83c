package cn.yigongti.consultation.directory;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An organization as it stands now.
 *
 * @param consortiumId the consortium it is in today, if any
 * @param closedOn the first day on which it is closed, past or planned; members of a
 * consortium come without
 */
public record Organization(UUID id, String name, Tier tier, String regionCode, Status status,
		@Nullable UUID consortiumId, @Nullable LocalDate closedOn) {

	public enum Status {

		ACTIVE, CLOSED

	}

	public boolean isClosed() {
		return this.status == Status.CLOSED;
	}

	/** Whether it will have closed by that day, as far as is planned now. */
	public boolean closesBy(LocalDate day) {
		return this.closedOn != null && !day.isBefore(this.closedOn);
	}

}
