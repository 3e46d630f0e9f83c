package cn.yigongti.org.code;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationTypeTests {

	@ParameterizedTest
	@ValueSource(strings = { "A100", "A210", "B100", "B200", "C210", "C220", "D600", "G100", "J100", "Q100" })
	void acceptsALetterAndThreeDigits(String type) {
		assertThat(OrganizationType.flawIn(type)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "I100, 1", "R100, 1", "a100, 1", "1100, 1", "AA00, 2", "A1O0, 3", "A10O, 4", "A-00, 2", "X, 1" })
	void namesThePositionOfTheCharacterThatIsWrong(String type, int position) {
		assertThat(OrganizationType.flawIn(type)).contains(CodeFlaw.character(position, type.charAt(position - 1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "A10", "A1000" })
	void refusesOtherLengths(String type) {
		assertThat(OrganizationType.flawIn(type)).contains(CodeFlaw.length("4", type.length()));
	}

}
