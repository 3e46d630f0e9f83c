package cn.yigongti.consultation.due;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DueTimesTests {

	private static final Set<LocalDate> NATIONAL_DAY = Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2),
			LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 6), LocalDate.of(2026, 10, 7));

	private static final Set<LocalDate> WORKED = Set.of(LocalDate.of(2026, 9, 27), LocalDate.of(2026, 10, 10));

	private final DueTimes times = times("4wd");

	@ParameterizedTest
	@CsvSource({ "2026-11-23T02:00:00Z, 2026-11-27T02:00:00Z", // Monday to Friday
			"2026-11-26T02:00:00Z, 2026-12-02T02:00:00Z", // over a weekend
			"2026-11-28T02:00:00Z, 2026-12-03T02:00:00Z", // from a Saturday
			"2026-11-22T16:30:00Z, 2026-11-26T16:30:00Z", // half past midnight of Monday
															// in China
			"2026-09-30T02:00:00Z, 2026-10-12T02:00:00Z", // over the National Day, its
															// Saturday worked
			"2026-09-25T02:00:00Z, 2026-09-30T02:00:00Z" }) // over a Sunday that is
															// worked
	void countsChinasWorkingDays(Instant submitted, Instant due) {
		assertThat(this.times.dueAt(ConsultationType.PATHOLOGY, Urgency.ROUTINE, submitted)).isEqualTo(due);
	}

	@Test
	void countsTheClockForDurations() {
		Instant submitted = Instant.parse("2026-11-28T02:00:00Z");
		assertThat(times("PT30M").dueAt(ConsultationType.ECG, Urgency.EMERGENCY, submitted))
			.isEqualTo(submitted.plus(Duration.ofMinutes(30)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "4", "4 wd", "0wd", "100wd", "PT0S", "-PT1M", "soon" })
	void refusesWhatIsNoDueTime(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> DueTime.parse(text));
	}

	@Test
	void needsOneForEveryTypeAndUrgency() {
		Map<ConsultationType, Map<Urgency, String>> without = all("PT1H");
		without.remove(ConsultationType.ECG);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new DueTimes(new DueTimeProperties(without, Set.of(), Set.of())))
			.withMessageContaining("ECG ROUTINE");
	}

	private static DueTimes times(String text) {
		return new DueTimes(new DueTimeProperties(all(text), NATIONAL_DAY, WORKED));
	}

	private static Map<ConsultationType, Map<Urgency, String>> all(String text) {
		Map<ConsultationType, Map<Urgency, String>> all = new EnumMap<>(ConsultationType.class);
		for (ConsultationType type : ConsultationType.values()) {
			Map<Urgency, String> times = new EnumMap<>(Urgency.class);
			for (Urgency urgency : Urgency.values()) {
				times.put(urgency, text);
			}
			all.put(type, times);
		}
		return all;
	}

}
