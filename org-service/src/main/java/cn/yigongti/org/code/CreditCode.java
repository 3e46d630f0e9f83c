package cn.yigongti.org.code;

import java.util.Optional;

/**
 * Unified social credit code after GB 32100-2015: 18 characters of an alphabet of 31 (no
 * I, O, S, V, Z), the last of them a check character with weights 3<sup>i</sup> mod 31.
 */
public record CreditCode(String value) {

	private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	private static final int[] WEIGHTS = { 1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28 };

	private static final int LENGTH = WEIGHTS.length + 1;

	public CreditCode {
		CodeSystem.CREDIT_CODE.require(value);
	}

	static Optional<CodeFlaw> flawIn(String code) {
		for (int i = 0; i < Math.min(code.length(), LENGTH); i++) {
			if (ALPHABET.indexOf(code.charAt(i)) < 0) {
				return Optional.of(CodeFlaw.character(i + 1, code.charAt(i)));
			}
		}
		if (code.length() != LENGTH) {
			return Optional.of(CodeFlaw.length(String.valueOf(LENGTH), code.length()));
		}
		char expected = checkCharacter(code);
		char found = code.charAt(LENGTH - 1);
		return (found == expected) ? Optional.empty() : Optional.of(CodeFlaw.checkDigit(LENGTH, found, expected));
	}

	/** The check character that belongs to the first seventeen. */
	static char checkCharacter(String code) {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
		}
		return ALPHABET.charAt((31 - sum % 31) % 31);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
