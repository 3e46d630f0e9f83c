package cn.yigongti.org.organization.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.code.CreditCode;
import cn.yigongti.org.organization.Coordinates;
import cn.yigongti.org.organization.Details;
import cn.yigongti.org.organization.OrganizationStatus;
import cn.yigongti.org.organization.RegisteredOrganization;
import cn.yigongti.org.organization.Standing;
import cn.yigongti.org.organization.Tier;
import org.jspecify.annotations.Nullable;

/**
 * An organization as clients see it.
 *
 * @param status on the date asked about, today unless asked otherwise
 * @param consortiumId the consortium it is in on that date
 */
public record OrganizationResponse(UUID id, String name, String shortName, String type, Tier tier,
		@Nullable String creditCode, @Nullable String institutionCode, String regionCode, @Nullable UUID parentId,
		@Nullable String address, @Nullable Coordinates location, @Nullable String phone, @Nullable Integer beds,
		@Nullable String hospitalGrade, LocalDate openedOn, @Nullable LocalDate closedOn,
		@Nullable String closureReason, OrganizationStatus status, @Nullable UUID consortiumId, Instant createdAt,
		Instant updatedAt) {

	public static OrganizationResponse of(RegisteredOrganization organization) {
		Standing standing = organization.particulars().standing();
		Details details = organization.particulars().details();
		return new OrganizationResponse(organization.id(), standing.name(), standing.shortName(),
				standing.type().value(), standing.tier(),
				Optional.ofNullable(details.creditCode()).map(CreditCode::value).orElse(null),
				details.institutionCode(), standing.regionCode().value(), standing.parentId(), details.address(),
				Optional.ofNullable(details.location()).map(Coordinates::of).orElse(null), details.phone(),
				details.beds(), standing.hospitalGrade(), organization.particulars().openedOn(),
				organization.closedOn(), organization.closureReason(), organization.status(),
				organization.consortiumId(), organization.createdAt(), organization.updatedAt());
	}

}
