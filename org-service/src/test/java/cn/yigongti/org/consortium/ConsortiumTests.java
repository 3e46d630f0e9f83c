package cn.yigongti.org.consortium;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.organization.Organization;
import cn.yigongti.org.organization.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static cn.yigongti.org.organization.OrganizationBuilder.hospital;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConsortiumTests {

	private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

	private final Organization first = hospital().build();

	private final Organization second = hospital().build();

	private final Consortium consortium = ledBy(this.first);

	@Test
	void isLedFromItsFirstDayOn() {
		assertThat(this.consortium.leadOn(BEGINNING)).isEqualTo(this.first.id());
		assertThat(this.consortium.leadOn(BEGINNING.minusDays(1))).isNull();
	}

	@Test
	void changesItsLeadOnADate() {
		LocalDate change = LocalDate.of(2024, 7, 1);
		this.consortium.changeLead(this.second, change, Instant.EPOCH);
		assertThat(this.consortium.leadOn(change.minusDays(1))).isEqualTo(this.first.id());
		assertThat(this.consortium.leadOn(change)).isEqualTo(this.second.id());
	}

	@Test
	void correctsALeadFromTheDayItTookOver() {
		this.consortium.changeLead(this.second, LocalDate.of(2024, 7, 1), Instant.EPOCH);
		this.consortium.changeLead(this.first, LocalDate.of(2024, 7, 1), Instant.EPOCH);
		assertThat(this.consortium.leadOn(LocalDate.of(2024, 7, 1))).isEqualTo(this.first.id());
		this.consortium.release(this.second.id(), LocalDate.of(2024, 7, 1));
	}

	@Test
	void leavesThePastAlone() {
		this.consortium.changeLead(this.second, LocalDate.of(2024, 7, 1), Instant.EPOCH);
		assertThatExceptionOfType(LeadChangeTooEarly.class)
			.isThrownBy(() -> this.consortium.changeLead(this.first, LocalDate.of(2024, 6, 30), Instant.EPOCH))
			.satisfies((ex) -> assertThat(ex.earliest()).isEqualTo("2024-07-01"));
	}

	@Test
	void changesNothingWhenTheLeadStaysTheSame() {
		this.consortium.changeLead(this.first, LocalDate.of(2024, 7, 1), Instant.EPOCH);
		assertThat(this.consortium.leadOn(LocalDate.of(2024, 7, 1))).isEqualTo(this.first.id());
	}

	@ParameterizedTest
	@CsvSource({ "TOWNSHIP, 500229, 2000-01-01, NOT_COUNTY", "CITY, 500229, 2000-01-01, NOT_COUNTY",
			"COUNTY, 500238, 2000-01-01, OTHER_COUNTY", "COUNTY, 500229, 2020-01-02, NOT_ACTIVE" })
	void isLedByACountyHospitalOfTheCountyThatIsOpen(Tier tier, String region, String openedOn,
			LeadRefused.Reason reason) {
		Organization candidate = hospital().tier(tier).in(region).open(openedOn, null).build();
		assertThatExceptionOfType(LeadRefused.class).isThrownBy(() -> ledBy(candidate))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	@Test
	void isNotLedByAHospitalThatIsGoingToClose() {
		Organization closing = hospital().open("2000-01-01", "2030-01-01").build();
		assertThatExceptionOfType(LeadRefused.class)
			.isThrownBy(() -> this.consortium.changeLead(closing, LocalDate.of(2024, 7, 1), Instant.EPOCH))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(LeadRefused.Reason.NOT_ACTIVE));
	}

	@Test
	void letsItsLeadGoOnlyAfterAnotherHasTakenOver() {
		LocalDate change = LocalDate.of(2024, 7, 1);
		assertThatExceptionOfType(LeadCannotLeave.class)
			.isThrownBy(() -> this.consortium.release(this.first.id(), change));
		this.consortium.changeLead(this.second, change, Instant.EPOCH);
		this.consortium.release(this.first.id(), change);
		assertThatExceptionOfType(LeadCannotLeave.class)
			.isThrownBy(() -> this.consortium.release(this.first.id(), change.minusDays(1)));
		this.consortium.release(UUID.randomUUID(), change);
	}

	@ParameterizedTest
	@CsvSource({ "COUNTY, 500229, true", "VILLAGE, 500229102201, true", "COUNTY, 500238, false", "CITY, 500103, true" })
	void takesOrganizationsOfItsCountyAndCityHospitals(Tier tier, String region, boolean taken) {
		assertThat(this.consortium.takes(hospital().tier(tier).in(region).build(), BEGINNING)).isEqualTo(taken);
	}

	private static Consortium ledBy(Organization lead) {
		return Consortium.established("城口县医共体", new DivisionCode("500229"), lead, BEGINNING, 7, Instant.EPOCH);
	}

}
