package cn.yigongti.iam.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/**
 * What guessers try first. Capitals, letters written as figures or signs, and figures and
 * signs put around a word are no disguise: they try those, too.
 */
class CommonPasswords {

	private static final Pattern DECORATION = Pattern.compile("^[\\p{Punct}\\d]+|[\\p{Punct}\\d]+$");

	private static final String WRITTEN = "@4301$5!7";

	private static final String MEANT = "aaeoissit";

	private final Set<String> known;

	CommonPasswords() {
		try {
			this.known = new ClassPathResource("passwords/common.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.startsWith("#"))
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean contains(String password) {
		String lower = password.toLowerCase(Locale.ROOT);
		String undecorated = undecorated(lower);
		return Stream.of(lower, undecorated, meant(lower), meant(undecorated), undecorated(meant(lower)))
			.anyMatch(this.known::contains);
	}

	private static String undecorated(String text) {
		return DECORATION.matcher(text).replaceAll("");
	}

	private static String meant(String written) {
		return written.chars()
			.map((character) -> (WRITTEN.indexOf(character) >= 0) ? MEANT.charAt(WRITTEN.indexOf(character))
					: character)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
