package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.code.CodeSystem;
import cn.yigongti.org.code.CreditCode;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.OrganizationType;
import cn.yigongti.org.code.ValidCode;
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
 * An organization as somebody wrote it down, be it in a request or in a row of a table.
 *
 * @param shortName the name itself when left out
 * @param tier the usual one of the type when left out
 */
public record OrganizationDraft(@NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE, message = CONTROL) String name,
		@Nullable @Size(min = 1, max = 50) @Pattern(regexp = PRINTABLE, message = CONTROL) String shortName,
		@Schema(description = "WS 218", example = "C210") @NotNull @ValidCode(CodeSystem.ORGANIZATION_TYPE) String type,
		@Nullable Tier tier,
		@Schema(description = "GB 32100") @Nullable @ValidCode(CodeSystem.CREDIT_CODE) String creditCode,
		@Nullable @Pattern(regexp = "[0-9A-Za-z-]{1,40}", message = "{field.institution-code}") String institutionCode,
		@Schema(description = "GB/T 2260, 6, 9 or 12 digits",
				example = "500229102") @NotNull @ValidCode(CodeSystem.DIVISION) String regionCode,
		@Nullable UUID parentId, @Nullable @Size(max = 200) String address, @Nullable @Valid Coordinates location,
		@Nullable @Pattern(regexp = "[0-9+() -]{3,32}", message = "{field.phone}") String phone,
		@Nullable @Min(0) @Max(20_000) Integer beds, @Nullable @Size(max = 20) String hospitalGrade,
		@NotNull @CalendarDate LocalDate openedOn, @Nullable @CalendarDate LocalDate closedOn) {

	private static final String PRINTABLE = "\\P{Cntrl}*";

	private static final String CONTROL = "{field.control-character}";

	/**
	 * The draft that would make an organization what it is, for a merge patch to start
	 * from.
	 */
	public static OrganizationDraft of(RegisteredOrganization organization) {
		Standing standing = organization.particulars().standing();
		Details details = organization.particulars().details();
		return new OrganizationDraft(standing.name(), standing.shortName(), standing.type().value(), standing.tier(),
				Optional.ofNullable(details.creditCode()).map(CreditCode::value).orElse(null),
				details.institutionCode(), standing.regionCode().value(), standing.parentId(), details.address(),
				Optional.ofNullable(details.location()).map(Coordinates::of).orElse(null), details.phone(),
				details.beds(), standing.hospitalGrade(), organization.particulars().openedOn(),
				organization.closedOn());
	}

	/** The same below another organization. */
	public OrganizationDraft under(@Nullable UUID parent) {
		return new OrganizationDraft(this.name, this.shortName, this.type, this.tier, this.creditCode,
				this.institutionCode, this.regionCode, parent, this.address, this.location, this.phone, this.beds,
				this.hospitalGrade, this.openedOn, this.closedOn);
	}

	/**
	 * The particulars of a valid draft.
	 * @throws InvalidInput when there is no tier and the type has no usual one
	 */
	public Particulars particulars() {
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
				this.address, Optional.ofNullable(this.location).map(Coordinates::location).orElse(null), this.phone,
				this.beds);
	}

	private Tier tierOf(OrganizationType organizationType) {
		return knownTier().orElseThrow(() -> new InvalidInput("/tier", "tier-needed", organizationType.value()));
	}

	/** Its tier, when it is given or its type is sound and has a usual one. */
	public Optional<Tier> knownTier() {
		return Optional.ofNullable(this.tier)
			.or(() -> Optional.ofNullable(this.type)
				.filter((code) -> CodeSystem.ORGANIZATION_TYPE.flawIn(code).isEmpty())
				.map(OrganizationType::new)
				.flatMap(Tier::usualFor));
	}

}
