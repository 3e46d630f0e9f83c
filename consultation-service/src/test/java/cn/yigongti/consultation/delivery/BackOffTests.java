package cn.yigongti.consultation.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTests {

	private final BackOff backOff = new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(30), new Random(17));

	@ParameterizedTest
	@CsvSource({ "1, 10", "2, 20", "3, 40", "8, 1280", "9, 1800", "40, 1800", "2000000000, 1800" })
	void spreadsOverATimeThatDoubles(int failures, int seconds) {
		List<Duration> waits = Stream.generate(() -> this.backOff.after(failures, null)).limit(2_000).toList();
		assertThat(waits)
			.allSatisfy((wait) -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(seconds)));
		assertThat(waits).anyMatch((wait) -> wait.compareTo(Duration.ofSeconds(seconds).dividedBy(5)) < 0)
			.anyMatch((wait) -> wait.compareTo(Duration.ofSeconds(seconds).multipliedBy(9).dividedBy(10)) > 0);
	}

	@Test
	void waitsAsAskedWithinTheLongest() {
		assertThat(this.backOff.after(1, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
		assertThat(this.backOff.after(1, Duration.ofDays(5))).isEqualTo(Duration.ofMinutes(30));
		assertThat(this.backOff.after(1, Duration.ofSeconds(-5))).isBetween(Duration.ofSeconds(1),
				Duration.ofSeconds(10));
	}

}
