package cn.yigongti.iam.code;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * 60 random bits in letters and digits that can't be mistaken for one another, in groups
 * of four.
 */
public final class TypedCode {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 12;

	private static final SecureRandom RANDOM = new SecureRandom();

	private TypedCode() {
	}

	public static String random() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			code.append((i > 0 && i % 4 == 0) ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return code.toString();
	}

	/** The code as it was made, however it was typed. */
	public static String normalised(String typed) {
		return typed.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s-]", "")
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1');
	}

}
