package cn.yigongti.dev.county;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.yigongti.dev.county.PlannedOrganization.Tier;
import cn.yigongti.dev.county.PlannedReferral.HisEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReferralHistoryTests {

	private static final String ANY_DAY = "2026-11-22T08:00:00Z";

	private final PlannedConsortium consortium = DemoCounty.plan().main();

	private final Staff staff = Staff.of(DemoCounty.plan());

	@Test
	void isThreeHundredReferralsInAllNineStatuses() {
		List<PlannedReferral> referrals = plan(ANY_DAY);
		assertThat(referrals).hasSize(300);
		assertThat(referrals).extracting(PlannedReferral::outcome).contains(Outcome.values());
		assertThat(referrals).extracting(PlannedReferral::type).contains(ReferralType.values());
	}

	@Test
	void isTheSameEachTimeOfTheSameDay() {
		assertThat(plan(ANY_DAY)).isEqualTo(plan("2026-11-22T01:23:45Z"));
	}

	@Test
	void coversEachOfTheLastEightQuarters() {
		Set<LocalDate> quarters = plan(ANY_DAY).stream()
			.map((one) -> ReferralHistory.firstDay(day(one.appliedAt())).plusMonths(21))
			.collect(Collectors.toSet());
		assertThat(quarters).containsExactlyInAnyOrderElementsOf(
				LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2026, 11, 1), java.time.Period.ofMonths(3)).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { ANY_DAY, "2026-12-31T16:00:00Z", "2027-01-01T15:59:00Z", "2027-02-28T00:00:00Z",
			"2028-02-29T12:00:00Z", "2026-06-30T15:59:59Z" })
	void liesWhollyInThePastAndWithinEightQuarters(String now) {
		Instant firstInstant = ReferralHistory.firstDay(day(Instant.parse(now)))
			.atStartOfDay(ReferralHistory.ZONE)
			.toInstant();
		assertThat(plan(now)).allSatisfy((one) -> {
			assertThat(one.appliedAt()).isBetween(firstInstant, Instant.parse(now));
			assertThat(one.events()).allSatisfy(
					(event) -> assertThat(event.occurredAt()).isBetween(one.appointmentAt(), Instant.parse(now)));
			if (one.returnedAt() != null) {
				assertThat(one.returnedAt()).isBetween(one.events().getLast().occurredAt(), Instant.parse(now));
			}
		});
	}

	@Test
	void tellsEventsInTheirOrder() {
		assertThat(plan(ANY_DAY)).allSatisfy(
				(one) -> assertThat(one.events()).extracting(HisEvent::occurredAt).isSorted().doesNotHaveDuplicates());
	}

	@Test
	void letsOnlyThoseExpireThatNobodyCameFor() {
		Instant now = Instant.parse(ANY_DAY);
		assertThat(plan(ANY_DAY)).filteredOn((one) -> one.outcome() == Outcome.EXPIRED)
			.allSatisfy((one) -> assertThat(one.appointmentAt()).isBefore(now.minus(8, ChronoUnit.DAYS)));
		assertThat(plan(ANY_DAY)).filteredOn((one) -> one.outcome() == Outcome.APPLIED)
			.allSatisfy((one) -> assertThat(one.appointmentAt()).isAfter(now));
	}

	@Test
	void returnsNobodyWhoWasReferredDownAndAdmitsNobodyToAVillageClinic() {
		assertThat(plan(ANY_DAY)).filteredOn((one) -> one.type() == ReferralType.DOWN)
			.allSatisfy((one) -> assertThat(one.outcome()).isNotEqualTo(Outcome.RETURNED));
		assertThat(plan(ANY_DAY)).filteredOn((one) -> one.target().tier() == Tier.VILLAGE)
			.isNotEmpty()
			.allSatisfy((one) -> assertThat(one.events()).extracting(HisEvent::type).doesNotContain("ADMITTED"));
	}

	@Test
	void agreesWithTheTiers() {
		assertThat(plan(ANY_DAY)).allSatisfy((one) -> {
			int up = one.source().tier().compareTo(one.target().tier());
			assertThat(one.type())
				.isEqualTo((up > 0) ? ReferralType.UP : (up < 0) ? ReferralType.DOWN : ReferralType.SAME_LEVEL);
		});
	}

	@Test
	void refersEachPatientOnce() {
		assertThat(plan(ANY_DAY)).extracting((one) -> one.patient().idNumber()).doesNotHaveDuplicates();
	}

	@Test
	void writesDiagnosesByTheChineseExtension() {
		assertThat(Illness.FREQUENT).extracting(Illness::code)
			.allSatisfy((code) -> assertThat(code).matches("^[A-Z]\\d{2}(\\.[0-9x](\\d{2}([a-z]\\d{3})?)?)?$"));
	}

	private List<PlannedReferral> plan(String now) {
		return ReferralHistory.plan(this.consortium, this.staff, Instant.parse(now));
	}

	private static LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, ReferralHistory.ZONE);
	}

}
