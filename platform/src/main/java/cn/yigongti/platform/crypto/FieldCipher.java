package cn.yigongti.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Encrypts single fields with AES-256-GCM. A stored value is {@code 1:} (the version of
 * key and format) and the base64 of nonce and ciphertext; a value that was tampered with
 * cannot be read.
 */
public class FieldCipher {

	private static final String VERSION = "1:";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;

	private final SecureRandom random = new SecureRandom();

	/** Takes a key of 32 bytes. */
	public FieldCipher(byte[] key) {
		if (key.length != 32) {
			throw new IllegalArgumentException("the field key must have 32 bytes, this one has " + key.length);
		}
		this.key = new SecretKeySpec(key, "AES");
	}

	public String encrypt(String plain) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
		byte[] stored = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
		return VERSION + Base64.getEncoder().encodeToString(stored);
	}

	public @Nullable String encryptOrNull(@Nullable String plain) {
		return (plain != null) ? encrypt(plain) : null;
	}

	/**
	 * Reads what {@link #encrypt} wrote.
	 * @throws IllegalStateException when the value was made with another key or altered
	 */
	public String decrypt(String stored) {
		if (!stored.startsWith(VERSION)) {
			throw new IllegalStateException("encrypted field of an unknown version");
		}
		ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(VERSION.length())));
		byte[] nonce = new byte[NONCE_BYTES];
		bytes.get(nonce);
		byte[] sealed = new byte[bytes.remaining()];
		bytes.get(sealed);
		return new String(run(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8);
	}

	public @Nullable String decryptOrNull(@Nullable String stored) {
		return (stored != null) ? decrypt(stored) : null;
	}

	private byte[] run(int mode, byte[] nonce, byte[] input) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
			return cipher.doFinal(input);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("field can't be encrypted or decrypted", ex);
		}
	}

}
