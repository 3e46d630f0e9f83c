package cn.yigongti.org.code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CreditCodeTests {

	@ParameterizedTest
	@ValueSource(strings = { "125002290000010111", "125002350000020222" })
	void acceptsTheKnownGoodOnes(String code) {
		assertThat(CreditCode.flawIn(code)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "125002290000010112, 2, 1", "125002290000010121, 1, 4", "225002290000010111, 1, 0" })
	void saysWhichCheckCharacterWouldBeRight(String code, char found, char expected) {
		assertThat(CreditCode.flawIn(code)).contains(CodeFlaw.checkDigit(18, found, expected));
	}

	@ParameterizedTest
	@CsvSource({ "12500229000001011, 17", "1250022900000101111, 19", "'', 0" })
	void saysHowLongACodeIs(String code, int length) {
		assertThat(CreditCode.flawIn(code)).contains(CodeFlaw.length("18", length));
	}

	@Test
	void cannotHoldAWrongCode() {
		assertThatExceptionOfType(MalformedCode.class).isThrownBy(() -> new CreditCode("125002290000010112"))
			.satisfies((ex) -> assertThat(ex.flaw().kind()).isEqualTo("check-digit"));
	}

}
