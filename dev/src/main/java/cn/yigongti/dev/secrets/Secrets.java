package cn.yigongti.dev.secrets;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The secrets of one state folder, each made when it is first asked for, and the same
 * ever after.
 */
public final class Secrets {

	/** Without those that look alike. */
	private static final String LETTERS_AND_DIGITS = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";

	private final SecureRandom random = new SecureRandom();

	private final Properties known = new Properties();

	private final Path file;

	private Secrets(Path file) {
		this.file = file;
	}

	/**
	 * Takes up the secrets in the file, or begins with none.
	 */
	public static Secrets in(Path file) {
		Secrets secrets = new Secrets(file);
		if (Files.exists(file)) {
			try (Reader reader = Files.newBufferedReader(file)) {
				secrets.known.load(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return secrets;
	}

	/**
	 * A secret between machines.
	 */
	public String machineSecret(String name) {
		return known(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24)));
	}

	/**
	 * 256 bits in Base64.
	 */
	public String key(String name) {
		return known(name, () -> Base64.getEncoder().encodeToString(bytes(32)));
	}

	/**
	 * A password that a person can type: four groups of letters and digits, with hyphens
	 * between them.
	 */
	public String password(String name) {
		return known(name, () -> {
			String password = fourGroups();
			while (!password.matches("(?=.*[A-Z])(?=.*[a-z])(?=.*\\d).*")) {
				password = fourGroups();
			}
			return password;
		});
	}

	private synchronized String known(String name, Supplier<String> made) {
		String secret = this.known.getProperty(name);
		if (secret == null) {
			secret = made.get();
			this.known.setProperty(name, secret);
			save();
		}
		return secret;
	}

	private void save() {
		StringWriter text = new StringWriter();
		try {
			this.known.store(text, null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		PrivateFile.write(this.file, text.toString());
	}

	private byte[] bytes(int count) {
		byte[] bytes = new byte[count];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private String fourGroups() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < 16; i++) {
			if (i > 0 && i % 4 == 0) {
				password.append('-');
			}
			password.append(LETTERS_AND_DIGITS.charAt(this.random.nextInt(LETTERS_AND_DIGITS.length())));
		}
		return password.toString();
	}

}
