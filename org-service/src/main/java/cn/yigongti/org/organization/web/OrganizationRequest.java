package cn.yigongti.org.organization.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.code.CodeSystem;
import cn.yigongti.org.code.CreditCode;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.OrganizationType;
import cn.yigongti.org.code.ValidCode;
import cn.yigongti.org.organization.Details;
import cn.yigongti.org.organization.Particulars;
import cn.yigongti.org.organization.RegisteredOrganization;
import cn.yigongti.org.organization.Standing;
import cn.yigongti.org.organization.Tier;
import cn.yigongti.platform.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An organization as written by a client.
 *
 * @param shortName the name itself when left out
 * @param tier the usual one of the type when left out
 */
record OrganizationRequest(@NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE, message = CONTROL) String name,
		@Nullable @Size(min = 1, max = 50) @Pattern(regexp = PRINTABLE, message = CONTROL) String shortName,
		@Schema(description = "WS 218", example = "C210") @NotNull @ValidCode(CodeSystem.ORGANIZATION_TYPE) String type,
		@Nullable Tier tier,
		@Schema(description = "GB 32100") @Nullable @ValidCode(CodeSystem.CREDIT_CODE) String creditCode,
		@Nullable @Pattern(regexp = "[0-9A-Za-z-]{1,40}", message = "{field.institution-code}") String institutionCode,
		@Schema(description = "GB/T 2260, 6, 9 or 12 digits",
				example = "500229102") @NotNull @ValidCode(CodeSystem.DIVISION) String regionCode,
		@Nullable UUID parentId, @Nullable @Size(max = 200) String address, @Nullable @Valid LocationBody location,
		@Nullable @Pattern(regexp = "[0-9+() -]{3,32}", message = "{field.phone}") String phone,
		@Nullable @Min(0) @Max(20_000) Integer beds, @Nullable @Size(max = 20) String hospitalGrade,
		@NotNull @CalendarDate LocalDate openedOn, @Nullable @CalendarDate LocalDate closedOn) {

	private static final String PRINTABLE = "\\P{Cntrl}*";

	private static final String CONTROL = "{field.control-character}";

	/**
	 * The request that would make an organization what it is, for a merge patch to start
	 * from.
	 */
	static OrganizationRequest of(RegisteredOrganization organization) {
		Standing standing = organization.particulars().standing();
		Details details = organization.particulars().details();
		return new OrganizationRequest(standing.name(), standing.shortName(), standing.type().value(), standing.tier(),
				Optional.ofNullable(details.creditCode()).map(CreditCode::value).orElse(null),
				details.institutionCode(), standing.regionCode().value(), standing.parentId(), details.address(),
				Optional.ofNullable(details.location()).map(LocationBody::of).orElse(null), details.phone(),
				details.beds(), standing.hospitalGrade(), organization.particulars().openedOn(),
				organization.closedOn());
	}

	/**
	 * The particulars of a valid request.
	 * @throws InvalidInput when there is no tier and the type has no usual one
	 */
	Particulars particulars() {
		return new Particulars(standing(), details(), this.openedOn);
	}

	private Standing standing() {
		OrganizationType organizationType = new OrganizationType(this.type);
		String fullName = this.name.strip();
		return new Standing(fullName, Optional.ofNullable(this.shortName).map(String::strip).orElse(fullName),
				organizationType, tierOf(organizationType), this.hospitalGrade, new DivisionCode(this.regionCode),
				this.parentId);
	}

	private Details details() {
		return new Details(Optional.ofNullable(this.creditCode).map(CreditCode::new).orElse(null), this.institutionCode,
				this.address, Optional.ofNullable(this.location).map(LocationBody::location).orElse(null), this.phone,
				this.beds);
	}

	private Tier tierOf(OrganizationType organizationType) {
		return Optional.ofNullable(this.tier)
			.or(() -> Tier.usualFor(organizationType))
			.orElseThrow(() -> new InvalidInput("/tier", "tier-needed", organizationType.value()));
	}

}
