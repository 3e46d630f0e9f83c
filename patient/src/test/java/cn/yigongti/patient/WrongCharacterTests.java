package cn.yigongti.patient;

import java.util.regex.Pattern;

import cn.yigongti.platform.code.WrongCharacter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrongCharacterTests {

	private static final Pattern ICD_10 = Pattern.compile(Diagnosis.ICD_10);

	@ParameterizedTest
	@ValueSource(strings = { "J20", "J20.9", "J20.x", "J20.900", "Z99.9", "I63.905a001", "A00.0", "S72.x01" })
	void isNoneInAnIcd10Code(String code) {
		assertThat(WrongCharacter.in(code, ICD_10)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "j20.900, 1, j", "520.900, 1, 5", "J2O.900, 3, O", "JJ0.900, 2, J", "J20;900, 4, ;", "J20900, 4, 9",
			"J20.y00, 5, y", "J20.X00, 5, X", "J20.9a0, 6, a", "J20.90O, 7, O", "J20.9001, 8, 1", "J20.900A001, 8, A",
			"J20.900a0b1, 10, b", "J20.900a0011, 12, 1", "'J20.900 ', 8, ' '", "'', 1, ''", "J2, 3, ''", "J20., 5, ''",
			"J20.90, 7, ''", "J20.900a00, 11, ''", "J20.900\uD83D\uDE00, 8, \uD83D\uDE00", "Ｊ20, 1, Ｊ" })
	void isTheFirstThatBreaksAnIcd10Code(String code, int position, String character) {
		assertThat(WrongCharacter.in(code, ICD_10)).contains(new WrongCharacter(position, character));
	}

	@ParameterizedTest
	@CsvSource({ "3, 1, 3", "8, 1, 8", "-1, 1, -", "12, 2, 2", "'', 1, ''", "男, 1, 男" })
	void isTheFirstThatBreaksAGender(String code, int position, String character) {
		assertThat(WrongCharacter.in(code, Pattern.compile("[0129]")))
			.contains(new WrongCharacter(position, character));
	}

}
