package cn.yigongti.iam.client;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import cn.yigongti.platform.crypto.KeyedHash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Secrets of machines. We make them ourselves, of 256 random bits, so there is nothing to
 * guess and a slow hash would only slow down the machines.
 */
@Component
public class ClientSecrets implements PasswordEncoder {

	private final Base64StringKeyGenerator random = new Base64StringKeyGenerator(
			Base64.getUrlEncoder().withoutPadding(), 32);

	private final KeyedHash hash;

	ClientSecrets(KeyedHash hash) {
		this.hash = hash;
	}

	String next() {
		return this.random.generateKey();
	}

	@Override
	public String encode(@Nullable CharSequence secret) {
		return this.hash.of(text(secret));
	}

	/** Whether it is one of those whose hashes are given, see {@link #anyOf}. */
	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
		return secret != null && hashes != null
				&& Arrays.stream(hashes.split(" ", -1)).anyMatch((hash) -> this.hash.matches(text(secret), hash));
	}

	/** What stands for any of these secrets where Spring expects one. */
	public static String anyOf(List<ClientSecret> secrets) {
		return secrets.stream().map(ClientSecret::hash).collect(Collectors.joining(" "));
	}

	private static String text(@Nullable CharSequence secret) {
		return "client-secret:" + secret;
	}

}
