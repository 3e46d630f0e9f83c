package cn.yigongti.iam.authorization;

import java.time.Duration;
import java.time.Instant;

import com.nimbusds.jose.jwk.RSAKey;

/**
 * A key that signs tokens.
 *
 * @param signsFrom when it takes over from the key before it; it is published earlier, so
 * that everybody knows it by then
 */
record SigningKey(RSAKey jwk, Instant signsFrom) {

	/**
	 * No token lives longer than this (an ID token, which Spring gives half an hour),
	 * clocks that differ included.
	 */
	private static final Duration LONGEST_TOKEN = Duration.ofMinutes(35);

	boolean signsAt(Instant now) {
		return !this.signsFrom.isAfter(now);
	}

	/** Whether every token of the key before this one has expired. */
	boolean hasOutlivedItsPredecessor(Instant now) {
		return this.signsFrom.plus(LONGEST_TOKEN).isBefore(now);
	}

}
