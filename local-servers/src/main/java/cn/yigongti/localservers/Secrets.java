package cn.yigongti.localservers;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Passwords of the servers, made at random for each state folder and kept in a file only
 * its owner can read.
 */
record Secrets(String postgres, String redis) {

	static Secrets of(StateFolder state) {
		Path file = state.secrets();
		try {
			if (!Files.exists(file)) {
				write(file, new Secrets(random(), random()));
			}
			return read(file);
		}
		catch (IOException ex) {
			throw new CannotStart("Cannot keep the passwords in " + file + ": " + ex, ex);
		}
	}

	private static Secrets read(Path file) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		return new Secrets(password(properties, "postgres", file), password(properties, "redis", file));
	}

	private static String password(Properties properties, String server, Path file) {
		String password = properties.getProperty(server + ".password");
		if (password == null) {
			throw new CannotStart(file + " has no " + server + ".password: remove the state folder to begin anew");
		}
		return password;
	}

	private static void write(Path file, Secrets secrets) throws IOException {
		Properties properties = new Properties();
		properties.setProperty("postgres.password", secrets.postgres);
		properties.setProperty("redis.password", secrets.redis);
		StringWriter text = new StringWriter();
		properties.store(text, null);
		PrivateFile.write(file, text.toString());
	}

	private static String random() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	@Override
	public String toString() {
		return "Secrets[…]";
	}

}
