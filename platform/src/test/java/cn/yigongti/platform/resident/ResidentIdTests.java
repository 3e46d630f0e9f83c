package cn.yigongti.platform.resident;

import java.time.LocalDate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResidentIdTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void tellsBirthDateAndGender() {
		ResidentId id = ResidentId.parse("500229190001010019", TODAY);
		assertThat(id.birthDate()).isEqualTo(LocalDate.of(1900, 1, 1));
		assertThat(id.gender()).isEqualTo("1");
		assertThat(ResidentId.parse("500235190001010024", TODAY).gender()).isEqualTo("2");
	}

	@Test
	void isReadAsPeopleTypeIt() {
		assertThat(ResidentId.parse(" 11010519491231002x ", TODAY).number()).isEqualTo("11010519491231002X");
	}

	@ParameterizedTest
	@ValueSource(chars = { '0', '1', '2', '3', '4', '5', '6', '7', '8', 'X' })
	void hasOneCheckCharacterOnly(char check) {
		refuses("50022919000101001" + check, ResidentId.Flaw.CHECK_DIGIT);
	}

	@ParameterizedTest
	@CsvSource({ "'', LENGTH, 0-0", "5002291900010100, LENGTH, 16-16", "5002291900010100199, LENGTH, 19-19",
			"50022919000101001A, CHARACTER, 18-18 A", "050022919000101001, CHARACTER, 1-1 0",
			"X00229190001010019, CHARACTER, 1-1 X", "50022919O001010019, CHARACTER, 9-9 O",
			"500229190002300019, BIRTH_DATE, 13-14 30", "500229190013010019, BIRTH_DATE, 11-12 13",
			"500229190001000019, BIRTH_DATE, 13-14 00", "500229202612010019, BIRTH_DATE, 7-14",
			"500229190001010018, CHECK_DIGIT, 18-18 8" })
	void saysWhichPartIsWrong(String number, ResidentId.Flaw flaw, String part) {
		refuses(number, flaw);
		assertThatExceptionOfType(ResidentId.Malformed.class).isThrownBy(() -> ResidentId.parse(number, TODAY))
			.extracting((wrong) -> (wrong.first() + "-" + wrong.last() + " " + wrong.found()).strip())
			.isEqualTo(part);
	}

	static IntStream positions() {
		return IntStream.range(0, 18);
	}

	@ParameterizedTest
	@MethodSource("positions")
	void noticesEachCharacterThatIsAnother(int position) {
		String number = "500229190001010019";
		for (char other = '0'; other <= '9'; other++) {
			String changed = number.substring(0, position) + other + number.substring(position + 1);
			if (!changed.equals(number)) {
				assertThatExceptionOfType(ResidentId.Malformed.class).as(changed)
					.isThrownBy(() -> ResidentId.parse(changed, TODAY));
			}
		}
	}

	@Test
	void neverShowsItselfInALog() {
		assertThat(ResidentId.parse("500229190001010019", TODAY)).asString().doesNotContain("5002");
	}

	private static void refuses(String number, ResidentId.Flaw flaw) {
		assertThatExceptionOfType(ResidentId.Malformed.class).isThrownBy(() -> ResidentId.parse(number, TODAY))
			.satisfies((malformed) -> assertThat(malformed.flaw()).isEqualTo(flaw));
	}

}
