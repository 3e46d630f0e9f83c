package cn.yigongti.iam.signin;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PasswordsTests {

	private final Passwords passwords = new Passwords();

	@ParameterizedTest
	@ValueSource(strings = { "Abcdefg1", "abcdef1!", "ABCDEF1!", "医生医生医生aB1", "Abcdefg!" })
	void takesEightCharactersOfThreeClasses(String password) {
		assertThatNoException().isThrownBy(() -> this.passwords.verifyNew(password, "zhangsan"));
	}

	@ParameterizedTest
	@CsvSource({ "Abcde1!, password-short", "abcdefgh1, password-classes", "ZhangSan-2026, password-is-name" })
	void refusesAWeakOneAndSaysWhy(String password, String code) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.passwords.verifyNew(password, "zhangsan"))
			.satisfies((refusal) -> assertThat(refusal.problems()).extracting(FieldProblem::code).contains(code));
	}

	@Test
	void refusesWhatBcryptWouldCutOff() {
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.passwords.verifyNew("aB1" + "x".repeat(70), "zhangsan"))
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
