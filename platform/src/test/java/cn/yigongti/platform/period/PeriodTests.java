package cn.yigongti.platform.period;

import java.time.Instant;

import cn.yigongti.platform.problem.InvalidParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PeriodTests {

	@Test
	void reckonsYearsAndQuartersInChina() {
		assertThat(Period.ofYear(2026, null))
			.isEqualTo(new Period(Instant.parse("2025-12-31T16:00:00Z"), Instant.parse("2026-12-31T16:00:00Z")));
		assertThat(Period.ofYear(2026, 4))
			.isEqualTo(new Period(Instant.parse("2026-09-30T16:00:00Z"), Instant.parse("2026-12-31T16:00:00Z")));
		assertThat(Period.ofYear(null, null)).isEqualTo(new Period(null, null));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-, 1", "2026, 0", "2026, 5", "1899, -", "2147483647, -" })
	void refusesImpossibleYearsAndQuarters(Integer year, Integer quarter) {
		assertThatExceptionOfType(InvalidParameter.class).isThrownBy(() -> Period.ofYear(year, quarter));
	}

	@Test
	void includesTheWholeLastDay() {
		assertThat(Period.between("appliedFrom", "2026-11-01", "appliedTo", "2026-11-02"))
			.isEqualTo(new Period(Instant.parse("2026-10-31T16:00:00Z"), Instant.parse("2026-11-02T16:00:00Z")));
		assertThat(Period.between("appliedFrom", "2026-11-01T08:00:00+08:00", "appliedTo", null))
			.isEqualTo(new Period(Instant.parse("2026-11-01T00:00:00Z"), null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "2026-02-30", "+999999999-01-01", "1000-01-01", "2026-11-01T99:00:00Z" })
	void refusesImpossibleDates(String date) {
		assertThatExceptionOfType(InvalidParameter.class)
			.isThrownBy(() -> Period.between("appliedFrom", date, "appliedTo", null));
	}

}
