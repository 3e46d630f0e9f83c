package cn.yigongti.org.organization;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static cn.yigongti.org.organization.OrganizationBuilder.hospital;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrganizationTests {

	@ParameterizedTest
	@CsvSource({ "2009-12-31, false", "2010-01-01, true", "2020-05-31, true", "2020-06-01, false" })
	void isActiveFromTheDayItOpensUntilTheDayBeforeItCloses(LocalDate date, boolean active) {
		Organization organization = hospital().open("2010-01-01", "2020-06-01").build();
		assertThat(organization.history().isActiveOn(date)).isEqualTo(active);
	}

	@Test
	void closesOnceAndKeepsTheReason() {
		Organization organization = hospital().build();
		organization.close(LocalDate.of(2026, 7, 1), "合并", Instant.EPOCH);
		assertThat(organization.history().closedOn()).isEqualTo("2026-07-01");
		assertThatExceptionOfType(AlreadyClosed.class)
			.isThrownBy(() -> organization.close(LocalDate.of(2026, 8, 1), "again", Instant.EPOCH))
			.satisfies((ex) -> assertThat(ex.closedOn()).isEqualTo("2026-07-01"));
	}

	@Test
	void opensAgainWhenItsClosingDateIsTakenBack() {
		OrganizationBuilder hospital = hospital().open("2010-01-01", "2020-06-01");
		Organization organization = hospital.build();
		organization.revise(hospital.particulars(), LocalDate.of(2026, 7, 1), null, Instant.EPOCH);
		assertThat(organization.history().staysOpenFrom(LocalDate.of(2020, 6, 1))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2010-01-01", "2009-12-31" })
	void cannotCloseBeforeItHasBeenOpenForADay(String closedOn) {
		assertThatExceptionOfType(ClosedBeforeOpened.class)
			.isThrownBy(() -> hospital().open("2010-01-01", closedOn).build());
	}

	@ParameterizedTest
	@CsvSource({ "TOWNSHIP, 500229102, VILLAGE, 500229102201,",
			"TOWNSHIP, 500229102, VILLAGE, 500229103200, OTHER_DIVISION", "COUNTY, 500229001, TOWNSHIP, 500229103,",
			"COUNTY, 500229, TOWNSHIP, 500238103, OTHER_DIVISION", "CITY, 500103, COUNTY, 500229,",
			"COUNTY, 500229, VILLAGE, 500229102201, WRONG_TIER",
			"VILLAGE, 500229102201, VILLAGE, 500229102201, WRONG_TIER", "COUNTY, 500229, CITY, 500103, WRONG_TIER",
			"TOWNSHIP, 500229, VILLAGE, 500229102201," })
	void takesChildrenOfTheNextTierDownFromItsDivision(Tier parentTier, String parentCode, Tier childTier,
			String childCode, @Nullable ParentRefusal reason) {
		Organization parent = hospital().tier(parentTier).in(parentCode).build();
		Organization child = hospital().tier(childTier).in(childCode).under(parent).build();
		assertThat(parent.refusalOf(child, child.history().openedOn()).orElse(null)).isEqualTo(reason);
	}

	@ParameterizedTest
	@CsvSource({ "2020-01-01, 2020-01-01, false", "2020-01-01, 2019-12-31, false", "2020-01-01, 2020-01-02, true",
			"2020-01-01,, true", ", , false", ", 2020-01-01, false" })
	void takesNoChildThatOutlastsIt(@Nullable String parentClosed, @Nullable String childClosed, boolean refused) {
		Organization parent = hospital().tier(Tier.TOWNSHIP).in("500229102").open("2000-01-01", parentClosed).build();
		Organization child = hospital().tier(Tier.VILLAGE)
			.in("500229102201")
			.under(parent)
			.open("2000-01-01", childClosed)
			.build();
		assertThat(parent.refusalOf(child, child.history().openedOn()).isPresent()).isEqualTo(refused);
	}

}
