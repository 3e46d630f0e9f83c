package cn.yigongti.dev.county;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.yigongti.dev.county.PlannedConsultation.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsultationHistoryTests {

	private static final String ANY_DAY = "2026-11-22T08:00:00Z";

	private final PlannedConsortium consortium = DemoCounty.plan().main();

	private final Staff staff = Staff.of(DemoCounty.plan());

	@Test
	void isFiveHundredConsultationsOfTwoCentresInAllStates() {
		List<PlannedConsultation> all = plan(ANY_DAY);
		assertThat(all).hasSize(500);
		assertThat(all).extracting(PlannedConsultation::outcome)
			.contains("SUBMITTED", "ACCEPTED", "SCHEDULED", "SENT_BACK", "REPORTED", "DECLINED", "CANCELLED");
		assertThat(all).extracting(PlannedConsultation::type)
			.contains("CLINICAL", "IMAGING", "ECG", "PATHOLOGY", "LABORATORY");
		assertThat(all.stream().map(PlannedConsultation::center).distinct()).hasSize(2);
		assertThat(all).noneMatch((one) -> one.applicant().equals(one.center()));
	}

	@Test
	void coversEachOfTheLastEightQuarters() {
		Set<LocalDate> quarters = plan(ANY_DAY).stream()
			.map((one) -> ReferralHistory.firstDay(day(one.submittedAt())).plusMonths(21))
			.collect(Collectors.toSet());
		assertThat(quarters).hasSize(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { ANY_DAY, "2026-12-31T16:00:00Z", "2027-02-28T00:00:00Z", "2028-02-29T12:00:00Z" })
	void liesInThePastAndGoesOnInOrder(String now) {
		assertThat(plan(now)).allSatisfy((one) -> {
			Instant before = one.submittedAt();
			for (Step step : one.steps()) {
				assertThat(step.occurredAt()).isBetween(before, Instant.parse(now));
				before = step.occurredAt();
			}
		});
	}

	@Test
	void isTheSameEachTimeOfTheSameDay() {
		assertThat(plan(ANY_DAY)).isEqualTo(plan("2026-11-22T01:23:45Z"));
	}

	private List<PlannedConsultation> plan(String now) {
		return ConsultationHistory.plan(this.consortium, this.staff, Instant.parse(now));
	}

	private static LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, ReferralHistory.ZONE);
	}

}
