package cn.yigongti.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Encrypts single fields with AES-256-GCM. A stored value is {@code 2:} (the version of
 * the key) and the base64 of nonce and ciphertext; a value that was tampered with cannot
 * be read.
 */
public class FieldCipher {

	private static final Pattern STORED = Pattern.compile("([1-9]\\d{0,8}):(.+)");

	private static final int KEY_BYTES = 32;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final KeyRing ring;

	private final Map<Integer, SecretKeySpec> keys;

	private final SecureRandom random = new SecureRandom();

	/** Takes a key of 32 bytes. */
	public FieldCipher(byte[] key) {
		this(KeyRing.of(key));
	}

	/** Takes keys of 32 bytes. */
	public FieldCipher(KeyRing ring) {
		this.ring = ring;
		this.keys = ring.versions()
			.stream()
			.collect(Collectors.toUnmodifiableMap((version) -> version, (version) -> spec(ring.key(version))));
	}

	private static SecretKeySpec spec(byte[] key) {
		if (key.length != KEY_BYTES) {
			throw new IllegalArgumentException("the field key must have 32 bytes, this one has " + key.length);
		}
		return new SecretKeySpec(key, "AES");
	}

	/** What begins all that is written now. */
	public String prefix() {
		return this.ring.current() + ":";
	}

	public KeyRing ring() {
		return this.ring;
	}

	public String encrypt(String plain) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		byte[] sealed = run(Cipher.ENCRYPT_MODE, this.ring.current(), nonce, plain.getBytes(StandardCharsets.UTF_8));
		byte[] stored = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
		return prefix() + Base64.getEncoder().encodeToString(stored);
	}

	public @Nullable String encryptOrNull(@Nullable String plain) {
		return (plain != null) ? encrypt(plain) : null;
	}

	/**
	 * Reads what {@link #encrypt} wrote, with whatever version.
	 * @throws KeyVersionMissing when that version isn't configured
	 * @throws IllegalStateException when the value was made with another key or altered
	 */
	public String decrypt(String stored) {
		Matcher parts = STORED.matcher(stored);
		if (!parts.matches()) {
			throw new IllegalStateException("encrypted field without a version of the key");
		}
		byte[] bytes = bytes(parts.group(2));
		byte[] nonce = new byte[NONCE_BYTES];
		byte[] sealed = new byte[bytes.length - NONCE_BYTES];
		ByteBuffer.wrap(bytes).get(nonce).get(sealed);
		int version = Integer.parseInt(parts.group(1));
		return new String(run(Cipher.DECRYPT_MODE, version, nonce, sealed), StandardCharsets.UTF_8);
	}

	public @Nullable String decryptOrNull(@Nullable String stored) {
		return (stored != null) ? decrypt(stored) : null;
	}

	private static byte[] bytes(String base64) {
		try {
			byte[] bytes = Base64.getDecoder().decode(base64);
			if (bytes.length > NONCE_BYTES) {
				return bytes;
			}
		}
		catch (IllegalArgumentException ex) {
			// answered like one that is too short
		}
		throw new IllegalStateException("encrypted field is damaged");
	}

	private byte[] run(int mode, int version, byte[] nonce, byte[] input) {
		SecretKeySpec key = this.keys.get(version);
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, (key != null) ? key : spec(this.ring.key(version)),
					new GCMParameterSpec(TAG_BITS, nonce));
			return cipher.doFinal(input);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("field can't be encrypted or decrypted", ex);
		}
	}

}
