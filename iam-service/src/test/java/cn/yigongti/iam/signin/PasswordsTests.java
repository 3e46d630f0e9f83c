package cn.yigongti.iam.signin;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PasswordsTests {

	private final Passwords passwords = new Passwords();

	@ParameterizedTest
	@ValueSource(strings = { "Kbodefg1", "kbodef1!", "KBODEF1!", "医生医生医生aB1", "Kbodefg!" })
	void takesEightCharactersOfThreeClasses(String password) {
		assertThatNoException().isThrownBy(() -> this.passwords.verifyNew("/password", password, "zhangsan"));
	}

	@ParameterizedTest
	@CsvSource({ "Abcde1!, password-short", "abcdefgh1, password-classes", "ZhangSan-2026, password-is-name" })
	void refusesAWeakOneAndSaysWhy(String password, String code) {
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.passwords.verifyNew("/password", password, "zhangsan"))
			.satisfies((refusal) -> assertThat(refusal.problems()).extracting(FieldProblem::code).contains(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Password1", "P@ssw0rd", "p@ssw0rd!2026", "Aa123456", "1qaz@WSX", "Woaini-1314",
			"!Admin#123", "Ｐａｓｓｗｏｒｄ１" })
	void refusesACommonOneInWhateverDisguise(String password) {
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.passwords.verifyNew("/new", password, "zhangsan"))
			.satisfies((refusal) -> assertThat(refusal.problems()).extracting(FieldProblem::code)
				.contains("password-common"));
	}

	@Test
	void takesAWholeSentenceThatBeginsWithACommonWord() {
		assertThatNoException()
			.isThrownBy(() -> this.passwords.verifyNew("/password", "Password of the third floor", "zhangsan"));
	}

	@Test
	void takesAsMuchChineseAsBcryptReadsAndNoMore() {
		String longest = "医".repeat(23) + "aB1";

		assertThatNoException().isThrownBy(() -> this.passwords.verifyNew("/password", longest, "zhangsan"));
		assertThat(this.passwords.matches(longest, this.passwords.hash(longest))).isTrue();
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.passwords.verifyNew("/password", longest + "医", "zhangsan"))
			.satisfies((refusal) -> assertThat(refusal.problems()).extracting(FieldProblem::code)
				.containsExactly("password-long"));
	}

	@Test
	void fullWidthLettersAreTheSamePassword() {
		String hash = this.passwords.hash("Correct-Horse-8");

		assertThat(this.passwords.matches("Ｃｏｒｒｅｃｔ－Ｈｏｒｓｅ－８", hash)).isTrue();
	}

	@Test
	void knowsAHashThatIsWeakerThanTodays() {
		String weak = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("Correct-Horse-8");

		assertThat(this.passwords.isOutdated(weak)).isTrue();
		assertThat(this.passwords.isOutdated(this.passwords.hash("Correct-Horse-8"))).isFalse();
	}

	@Test
	void refusesWhatBcryptWouldCutOff() {
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.passwords.verifyNew("/password", "aB1" + "x".repeat(70), "zhangsan"))
			.satisfies((refusal) -> assertThat(refusal.problems()).extracting(FieldProblem::code)
				.containsExactly("password-long"));
	}

	@Test
	void knowsItsOwnHash() {
		String hash = this.passwords.hash("Correct-Horse-8");

		assertThat(hash).startsWith("{bcrypt}$2a$10$");
		assertThat(this.passwords.matches("Correct-Horse-8", hash)).isTrue();
		assertThat(this.passwords.matches("Correct-Horse-9", hash)).isFalse();
		assertThat(this.passwords.matches("Correct-Horse-8" + "x".repeat(80), hash)).isFalse();
	}

	@Test
	void nobodysPasswordIsNeverRight() {
		assertThat(this.passwords.matches("nobody's password", null)).isFalse();
	}

}
