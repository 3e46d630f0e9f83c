package cn.yigongti.org.code;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DivisionCodeTests {

	@ParameterizedTest
	@CsvSource({ "500229, COUNTY", "500229102, TOWNSHIP", "500229102201, VILLAGE" })
	void knowsItsLevel(String code, DivisionLevel level) {
		assertThat(new DivisionCode(code).level()).isEqualTo(level);
		assertThat(new DivisionCode(code).county()).hasToString("500229");
	}

	static IntStream positions() {
		return IntStream.range(0, 12);
	}

	@ParameterizedTest
	@MethodSource("positions")
	void namesThePositionOfACharacterThatIsNoDigit(int position) {
		String code = "500229102201";
		String broken = code.substring(0, position) + 'O' + code.substring(position + 1);
		assertThat(DivisionCode.flawIn(broken)).contains(CodeFlaw.character(position + 1, 'O'));
	}

	@ParameterizedTest
	@ValueSource(strings = { "5", "50022", "5002291", "50022910", "5002291022", "5002291022011", "" })
	void refusesLengthsBetweenTheLevels(String code) {
		assertThat(DivisionCode.flawIn(code)).contains(CodeFlaw.length("6/9/12", code.length()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "000229", "160229", "990229102", "470229102201" })
	void refusesAProvinceThatIsNone(String code) {
		assertThat(DivisionCode.flawIn(code)).contains(CodeFlaw.unknownProvince(code.substring(0, 2)));
	}

	@ParameterizedTest
	@CsvSource({ "500229,", "500229102, 9", "5002, 4" })
	void takesNothingButACountyWhereACountyIsMeant(String code, Integer wrongLength) {
		assertThat(DivisionCode.flawInCounty(code).map(CodeFlaw::arguments).orElse(null))
			.isEqualTo((wrongLength != null) ? CodeFlaw.length("6", wrongLength).arguments() : null);
	}

	@ParameterizedTest
	@CsvSource({ "500229102201, 500229102, TOWNSHIP, true", "500229102201, 500229103, TOWNSHIP, false",
			"500229102201, 500229103, COUNTY, true", "500229, 500229103, TOWNSHIP, true",
			"500229102201, 500229102202, TOWNSHIP, true", "500238102201, 500229102, COUNTY, false" })
	void agreesWithAnotherDownToALevel(String one, String other, DivisionLevel level, boolean agrees) {
		assertThat(new DivisionCode(one).agreesWith(new DivisionCode(other), level)).isEqualTo(agrees);
	}

	@Test
	void noticesDigitsOfOtherScripts() {
		assertThat(DivisionCode.flawIn("50022９")).contains(CodeFlaw.character(6, '９'));
	}

}
