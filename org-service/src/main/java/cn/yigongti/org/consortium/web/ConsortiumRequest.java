package cn.yigongti.org.consortium.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.code.CodeSystem;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.ValidCode;
import cn.yigongti.org.consortium.EstablishConsortium.Charter;
import cn.yigongti.org.consortium.RegisteredConsortium;
import cn.yigongti.org.consortium.ReviseConsortium.Terms;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A consortium as written by a client.
 *
 * @param referralValidityDays 7 when left out
 */
record ConsortiumRequest(
		@NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*", message = "{field.control-character}") String name,
		@Schema(description = "Its county, GB/T 2260, 6 digits",
				example = "500229") @NotNull @ValidCode(CodeSystem.COUNTY) String regionCode,
		@NotNull UUID leadOrganizationId, @NotNull @CalendarDate LocalDate establishedOn,
		@Schema(defaultValue = "7") @Nullable @Min(1) @Max(90) Integer referralValidityDays) {

	private static final int USUAL_VALIDITY_DAYS = 7;

	static ConsortiumRequest of(RegisteredConsortium consortium) {
		return new ConsortiumRequest(consortium.name(), consortium.regionCode(), consortium.leadOrganizationId(),
				consortium.establishedOn(), consortium.referralValidityDays());
	}

	Charter charter() {
		return new Charter(this.name.strip(), new DivisionCode(this.regionCode), this.leadOrganizationId,
				this.establishedOn, validityDays());
	}

	/**
	 * What shall change of a consortium. Its county and its first day stay what they are,
	 * and its lead changes on a date, for which there is an operation of its own.
	 * @throws InvalidInput when one of those would change
	 */
	Terms termsFor(RegisteredConsortium current) {
		List<FieldProblem> problems = new ArrayList<>();
		if (!current.regionCode().equals(this.regionCode)) {
			problems.add(new FieldProblem("/regionCode", "unchangeable"));
		}
		if (!current.leadOrganizationId().equals(this.leadOrganizationId)) {
			problems.add(new FieldProblem("/leadOrganizationId", "unchangeable"));
		}
		if (!current.establishedOn().equals(this.establishedOn)) {
			problems.add(new FieldProblem("/establishedOn", "unchangeable"));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		return new Terms(this.name.strip(), validityDays());
	}

	private int validityDays() {
		return Optional.ofNullable(this.referralValidityDays).orElse(USUAL_VALIDITY_DAYS);
	}

}
