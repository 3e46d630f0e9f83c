package cn.yigongti.iam.secondfactor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OneTimeCodesTests {

	private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

	/** RFC 6238, appendix B: the last six of its eight digits. */
	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void makesTheCodesOfTheStandard(long seconds, String code) {
		assertThat(OneTimeCodes.code(SECRET, seconds / 30)).isEqualTo(code);
	}

	@Test
	void takesTheStepBeforeAndTheOneAfterButNoOther() {
		Instant now = Instant.ofEpochSecond(1234567890);
		long step = now.getEpochSecond() / 30;

		assertThat(OneTimeCodes.stepOf(OneTimeCodes.code(SECRET, step - 1), SECRET, now)).hasValue(step - 1);
		assertThat(OneTimeCodes.stepOf(OneTimeCodes.code(SECRET, step + 1), SECRET, now)).hasValue(step + 1);
		assertThat(OneTimeCodes.stepOf(OneTimeCodes.code(SECRET, step - 2), SECRET, now)).isEmpty();
		assertThat(OneTimeCodes.stepOf(OneTimeCodes.code(SECRET, step + 2), SECRET, now)).isEmpty();
	}

	@Test
	void readsTheSecretAsAppsDo() {
		assertThat(Enrolment.bytesOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).isEqualTo(SECRET);
		assertThat(Enrolment.bytesOf("A".repeat(32))).isEqualTo(new byte[20]);
		assertThat(Enrolment.randomSecret()).matches("[A-Z2-7]{32}");
	}

	@Test
	void namesTheAccountInTheAddressForApps() {
		assertThat(Enrolment.of("GEZDGNBV", "李 三").uri())
			.isEqualTo("otpauth://totp/Yigongti:%E6%9D%8E%20%E4%B8%89?secret=GEZDGNBV&issuer=Yigongti&algorithm=SHA1"
					+ "&digits=6&period=30");
	}

}
