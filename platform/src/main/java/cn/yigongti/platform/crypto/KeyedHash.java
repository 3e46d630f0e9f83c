package cn.yigongti.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 of a field, base64url. Equal plain texts give equal hashes, so an
 * encrypted field can be found by exact match; without the key nothing can be tried out
 * against it. From version 2 of the key on the hash begins with its version, {@code 2:}.
 */
public class KeyedHash {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int KEY_BYTES = 32;

	private final KeyRing ring;

	/** Takes a key of at least 32 bytes. */
	public KeyedHash(byte[] key) {
		this(KeyRing.of(key));
	}

	/** Takes keys of at least 32 bytes. */
	public KeyedHash(KeyRing ring) {
		for (int version : ring.versions()) {
			int length = ring.key(version).length;
			if (length < KEY_BYTES) {
				throw new IllegalArgumentException("the hash key must have 32 bytes or more, this one has " + length);
			}
		}
		this.ring = ring;
	}

	/**
	 * A hash with a key of its own for another purpose: neither tells anything of what
	 * the other was taken of. It is made of the oldest version, so that it stays the same
	 * while newer ones come; that version must be given for as long as what is stored is
	 * to be found or verified by it.
	 */
	public KeyedHash forPurpose(String purpose) {
		return new KeyedHash(bytesOf("purpose:" + purpose, oldest()));
	}

	/** The hash to store. */
	public String of(String plain) {
		return of(plain, this.ring.current());
	}

	/**
	 * All hashes the text may be stored as, the current one first. Whoever searches must
	 * look for each of them.
	 */
	public List<String> allOf(String plain) {
		List<Integer> versions = new ArrayList<>(this.ring.versions());
		versions.sort(Comparator.comparing((version) -> version != this.ring.current()));
		return versions.stream().map((version) -> of(plain, version)).toList();
	}

	/**
	 * The hash by the oldest key: the same in processes of which one has been given a new
	 * version already and the other one hasn't. For locks, not to be stored.
	 */
	public String oldestOf(String plain) {
		return of(plain, oldest());
	}

	/**
	 * Whether the stored hash is one of the text, by whatever version.
	 * @throws KeyVersionMissing when that version isn't configured
	 */
	public boolean matches(String plain, String stored) {
		String expected = of(plain, versionOf(stored));
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				stored.getBytes(StandardCharsets.UTF_8));
	}

	public KeyRing ring() {
		return this.ring;
	}

	private int oldest() {
		return this.ring.versions().iterator().next();
	}

	private static int versionOf(String stored) {
		int colon = stored.indexOf(':');
		try {
			return (colon > 0) ? Integer.parseInt(stored, 0, colon, 10) : KeyRing.FIRST;
		}
		catch (NumberFormatException ex) {
			throw new IllegalStateException("keyed hash without a version of the key", ex);
		}
	}

	private String of(String plain, int version) {
		String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(bytesOf(plain, version));
		return (version == KeyRing.FIRST) ? hash : version + ":" + hash;
	}

	private byte[] bytesOf(String plain, int version) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.ring.key(version), ALGORITHM));
			return mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ALGORITHM + " is not available", ex);
		}
	}

}
