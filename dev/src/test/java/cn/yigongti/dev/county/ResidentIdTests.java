package cn.yigongti.dev.county;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentIdTests {

	private static final LocalDate BIRTH_DATE = LocalDate.of(1968, 2, 29);

	@Test
	void carriesCountyBirthDateAndSex() {
		assertThat(ResidentId.of("500229", BIRTH_DATE, true, 0)).startsWith("50022919680229901");
		assertThat(ResidentId.of("500229", BIRTH_DATE, false, 0)).startsWith("50022919680229900");
	}

	@Test
	void countsPeopleOfTheSameDayAndSex() {
		assertThat(ResidentId.of("500229", BIRTH_DATE, false, 49)).startsWith("50022919680229998");
	}

	@Test
	void makesTheWeightedSumCongruentToOne() {
		for (int n = 0; n < 50; n++) {
			assertThat(weightedSum(ResidentId.of("500229", BIRTH_DATE, true, n)) % 11).isEqualTo(1);
		}
	}

	/**
	 * The rule of ISO 7064 mod 11-2, put the other way round: all eighteen weights, the
	 * check character's being 1.
	 */
	private static int weightedSum(String idNumber) {
		int sum = 0;
		for (int i = 0; i < 18; i++) {
			int digit = (idNumber.charAt(i) == 'X') ? 10 : Character.digit(idNumber.charAt(i), 10);
			sum += (1 << (17 - i)) % 11 * digit;
		}
		return sum;
	}

}
