package cn.yigongti.iam.signin;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What a password must be like (GB/T 22239 level 3) and how it is kept. bcrypt and not
 * Argon2: at a strength worth having Argon2 takes 19 MiB for each sign-in under way,
 * which a heap of 160 MiB can't give to a county that comes to work at eight. Hashes name
 * their algorithm and its strength, so that this can change: a hash made otherwise is
 * made anew at the next sign-in. Passwords are taken in compatibility form (NFKC), for
 * input methods for Chinese write letters now half, now full width.
 */
@Component
class Passwords {

	static final int MIN_LENGTH = 8;

	/** bcrypt reads no further. */
	static final int MAX_BYTES = 72;

	private static final int CLASSES = 3;

	private static final int STRENGTH = 10;

	private final CommonPasswords common = new CommonPasswords();

	private final PasswordEncoder encoder = new DelegatingPasswordEncoder("bcrypt",
			Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));

	/**
	 * Compared with when there is nothing to compare with, so that the answer takes as
	 * long.
	 */
	private final String nobodys = String.valueOf(this.encoder.encode("nobody's password"));

	String hash(String password) {
		return String.valueOf(this.encoder.encode(normalised(password)));
	}

	/** Whether a hash was made in a way that has changed since. */
	boolean isOutdated(String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	/**
	 * Whether the hash is this password's. Without a hash it is nobody's, which takes as
	 * long to find out.
	 */
	boolean matches(String password, @Nullable String hash) {
		String whole = normalised(password);
		String bounded = (bytesOf(whole) <= MAX_BYTES) ? whole : "";
		return this.encoder.matches(bounded, (hash != null) ? hash : this.nobodys) && hash != null;
	}

	/**
	 * Checks a new password.
	 * @param pointer the field it came in
	 * @throws InvalidInput with everything that is wrong with it
	 */
	void verifyNew(String pointer, String chosen, String loginName) {
		String password = normalised(chosen);
		List<FieldProblem> problems = new ArrayList<>();
		if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
			problems.add(new FieldProblem(pointer, "password-short", MIN_LENGTH));
		}
		if (bytesOf(password) > MAX_BYTES) {
			problems.add(new FieldProblem(pointer, "password-long", MAX_BYTES));
		}
		if (classesOf(password) < CLASSES) {
			problems.add(new FieldProblem(pointer, "password-classes", CLASSES));
		}
		if (!loginName.isEmpty() && lower(password).contains(lower(normalised(loginName)))) {
			problems.add(new FieldProblem(pointer, "password-is-name"));
		}
		if (this.common.contains(password)) {
			problems.add(new FieldProblem(pointer, "password-common"));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private static String normalised(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFKC);
	}

	private static int bytesOf(String password) {
		return password.getBytes(StandardCharsets.UTF_8).length;
	}

	private static long classesOf(String password) {
		return Stream
			.<IntPredicate>of(Character::isUpperCase, Character::isLowerCase, Character::isDigit,
					(character) -> !Character.isUpperCase(character) && !Character.isLowerCase(character)
							&& !Character.isDigit(character))
			.filter((type) -> password.codePoints().anyMatch(type))
			.count();
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
