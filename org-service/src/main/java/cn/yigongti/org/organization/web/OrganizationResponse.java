package cn.yigongti.org.organization.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.code.CreditCode;
import cn.yigongti.org.organization.OrganizationStatus;
import cn.yigongti.org.organization.Particulars;
import cn.yigongti.org.organization.RegisteredOrganization;
import cn.yigongti.org.organization.Tier;
import org.jspecify.annotations.Nullable;

/**
 * An organization as clients see it.
 *
 * @param status on the date asked about, today unless asked otherwise
 * @param consortiumId the consortium it is in on that date
 */
record OrganizationResponse(UUID id, String name, String shortName, String type, Tier tier, @Nullable String creditCode,
		@Nullable String institutionCode, String regionCode, @Nullable UUID parentId, @Nullable String address,
		@Nullable LocationBody location, @Nullable String phone, @Nullable Integer beds, @Nullable String hospitalGrade,
		LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable String closureReason, OrganizationStatus status,
		@Nullable UUID consortiumId, Instant createdAt, Instant updatedAt) {

	static OrganizationResponse of(RegisteredOrganization organization) {
		Particulars particulars = organization.particulars();
		return new OrganizationResponse(organization.id(), particulars.name(), particulars.shortName(),
				particulars.type().value(), particulars.tier(),
				Optional.ofNullable(particulars.creditCode()).map(CreditCode::value).orElse(null),
				particulars.institutionCode(), particulars.regionCode().value(), particulars.parentId(),
				particulars.address(), Optional.ofNullable(particulars.location()).map(LocationBody::of).orElse(null),
				particulars.phone(), particulars.beds(), particulars.hospitalGrade(), particulars.openedOn(),
				organization.closedOn(), organization.closureReason(), organization.status(),
				organization.consortiumId(), organization.createdAt(), organization.updatedAt());
	}

}
