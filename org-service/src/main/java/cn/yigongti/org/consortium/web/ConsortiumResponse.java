package cn.yigongti.org.consortium.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.consortium.RegisteredConsortium;

/**
 * A consortium as clients see it.
 *
 * @param leadOrganizationId its lead on the date asked about, today unless asked
 * otherwise
 */
record ConsortiumResponse(UUID id, String name, String regionCode, UUID leadOrganizationId, LocalDate establishedOn,
		int referralValidityDays, Instant createdAt, Instant updatedAt) {

	static ConsortiumResponse of(RegisteredConsortium consortium) {
		return new ConsortiumResponse(consortium.id(), consortium.name(), consortium.regionCode(),
				consortium.leadOrganizationId(), consortium.establishedOn(), consortium.referralValidityDays(),
				consortium.createdAt(), consortium.updatedAt());
	}

}
