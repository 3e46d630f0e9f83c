package cn.yigongti.org.consortium;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A consortium as the register shows it on a date.
 *
 * @param leadOrganizationId who leads on that date
 */
public record RegisteredConsortium(UUID id, long version, String name, String regionCode, UUID leadOrganizationId,
		LocalDate establishedOn, int referralValidityDays, Instant createdAt, Instant updatedAt) {

	/**
	 * A number that changes with anything shown here: a new lead may take over by the
	 * calendar alone.
	 */
	public long tag() {
		return (this.version << Integer.SIZE) | Integer.toUnsignedLong(this.leadOrganizationId.hashCode());
	}

}
