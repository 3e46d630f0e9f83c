package cn.yigongti.iam.secondfactor;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * What an authenticator app takes in, shown until a code proves that it did.
 *
 * @param secret in base 32, 160 bits
 * @param uri the same for a QR code
 */
public record Enrolment(String secret, String uri) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BITS = 160;

	private static final int CHARACTERS = 32;

	private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	static Enrolment of(String secret, String loginName) {
		return new Enrolment(secret,
				"otpauth://totp/Yigongti:%s?secret=%s&issuer=Yigongti&algorithm=SHA1&digits=%d&period=%d".formatted(
						URLEncoder.encode(loginName, StandardCharsets.UTF_8).replace("+", "%20"), secret,
						OneTimeCodes.DIGITS, OneTimeCodes.SECONDS));
	}

	static String randomSecret() {
		StringBuilder secret = new StringBuilder();
		for (int i = 0; i < CHARACTERS; i++) {
			secret.append(BASE_32.charAt(RANDOM.nextInt(BASE_32.length())));
		}
		return secret.toString();
	}

	/** Base 32 read backwards; 160 bits make 32 characters, without padding. */
	static byte[] bytesOf(String secret) {
		BigInteger number = BigInteger.ZERO;
		for (char character : secret.toUpperCase(Locale.ROOT).toCharArray()) {
			number = number.shiftLeft(5).or(BigInteger.valueOf(BASE_32.indexOf(character)));
		}
		byte[] bytes = new byte[BITS / Byte.SIZE];
		byte[] digits = number.toByteArray();
		int length = Math.min(digits.length, bytes.length);
		System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
		return bytes;
	}

}
