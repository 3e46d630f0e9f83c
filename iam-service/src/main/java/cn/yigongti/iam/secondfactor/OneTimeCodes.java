package cn.yigongti.iam.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by time (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, steps of 30
 * seconds, six digits. The step before and the one after count, too, since clocks differ.
 */
final class OneTimeCodes {

	static final int SECONDS = 30;

	static final int DIGITS = 6;

	private static final int TOLERANCE = 1;

	private static final int MODULUS = 1_000_000;

	private OneTimeCodes() {
	}

	/** The step whose code this is, if it is near enough to now. */
	static OptionalLong stepOf(String code, byte[] secret, Instant now) {
		long current = Math.floorDiv(now.getEpochSecond(), SECONDS);
		byte[] shown = code.getBytes(StandardCharsets.UTF_8);
		return LongStream.rangeClosed(current - TOLERANCE, current + TOLERANCE)
			.filter((step) -> MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), shown))
			.findFirst();
	}

	/** The code of a step (RFC 4226, 5.3). */
	static String code(byte[] secret, long step) {
		byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
		int offset = hash[hash.length - 1] & 0xf;
		int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
		String digits = Integer.toString(number % MODULUS);
		return "0".repeat(DIGITS - digits.length()) + digits;
	}

	private static byte[] hmac(byte[] key, byte[] message) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(key, "HmacSHA1"));
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
