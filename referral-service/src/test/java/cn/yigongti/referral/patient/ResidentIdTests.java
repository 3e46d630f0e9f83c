package cn.yigongti.referral.patient;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
	@CsvSource({ "'', FORM", "5002291900010100, FORM", "50022919000101001A, FORM", "050022919000101001, FORM",
			"500229190002300019, BIRTH_DATE", "500229190013010019, BIRTH_DATE", "500229202612010019, BIRTH_DATE" })
	void saysWhichPartIsWrong(String number, ResidentId.Flaw flaw) {
		refuses(number, flaw);
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
