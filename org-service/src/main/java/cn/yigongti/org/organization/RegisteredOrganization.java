package cn.yigongti.org.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An organization as the register shows it on a date.
 *
 * @param particulars of that date
 * @param since when it has stood as it does on that date
 * @param status on that date
 * @param consortiumId the consortium it is a member of on that date
 */
public record RegisteredOrganization(UUID id, long version, Particulars particulars, LocalDate since,
		@Nullable LocalDate closedOn, @Nullable String closureReason, OrganizationStatus status,
		@Nullable UUID consortiumId, Instant createdAt, Instant updatedAt) {

	/**
	 * A number that changes whenever anything shown here does. The version alone would
	 * not do: an organization joins a consortium without being changed itself, and a
	 * closing date or another standing arrives by the calendar.
	 */
	public long tag() {
		int dated = Objects.hash(this.since, this.status.name(), this.consortiumId);
		return (this.version << Integer.SIZE) | Integer.toUnsignedLong(dated);
	}

}
