package cn.yigongti.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 of a field, base64url. Equal plain texts give equal hashes, so an
 * encrypted field can be found by exact match; without the key nothing can be tried out
 * against it.
 */
public class KeyedHash {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	/** Takes a key of at least 32 bytes. */
	public KeyedHash(byte[] key) {
		if (key.length < 32) {
			throw new IllegalArgumentException("the hash key must have 32 bytes or more, this one has " + key.length);
		}
		this.key = new SecretKeySpec(key, ALGORITHM);
	}

	/**
	 * A hash with a key of its own for another purpose: neither tells anything of what
	 * the other was taken of.
	 */
	public KeyedHash forPurpose(String purpose) {
		return new KeyedHash(bytesOf("purpose:" + purpose));
	}

	public String of(String plain) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytesOf(plain));
	}

	private byte[] bytesOf(String plain) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ALGORITHM + " is not available", ex);
		}
	}

}
