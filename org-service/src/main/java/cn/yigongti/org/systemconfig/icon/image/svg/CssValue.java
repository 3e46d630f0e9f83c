package cn.yigongti.org.systemconfig.icon.image.svg;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through a value that a browser may take for CSS. Only functions that are known
 * may be called, however a value is put together, and {@code url} may only lead to a part
 * of the same drawing.
 */
final class CssValue {

	/** What escapes, opens something else, or makes part of it a comment. */
	private static final Pattern NOT_PLAIN = Pattern.compile("[\\\\@<>{}\\p{Cntrl}&&[^\\t\\r\\n]]|/\\*");

	private static final Pattern REFERENCE = Pattern.compile("\\s*([\"']?)#(" + Attributes.NAME + ")\\1\\s*");

	private CssValue() {
	}

	/** Why a value isn't taken. */
	enum Flaw {

		NOT_PLAIN, LEADS_OUT

	}

	/** Finds what is wrong with it, if anything, and where it leads. */
	static Optional<Flaw> flawOf(String value, Consumer<String> references) {
		if (NOT_PLAIN.matcher(value).find()) {
			return Optional.of(Flaw.NOT_PLAIN);
		}
		for (int open = value.indexOf('('); open >= 0; open = value.indexOf('(', open + 1)) {
			String function = functionBefore(value, open);
			if (function.equals("url")) {
				Optional<String> fragment = fragmentAfter(value, open);
				if (fragment.isEmpty()) {
					return Optional.of(Flaw.LEADS_OUT);
				}
				fragment.ifPresent(references);
			}
			else if (!Words.FUNCTIONS.contains(function)) {
				return Optional.of(Flaw.NOT_PLAIN);
			}
		}
		return Optional.empty();
	}

	/** Also when spaces stand in between, which some programs overlook. */
	private static String functionBefore(String value, int open) {
		int end = open;
		while (end > 0 && Character.isWhitespace(value.charAt(end - 1))) {
			end--;
		}
		int start = end;
		while (start > 0 && isOfName(value.charAt(start - 1))) {
			start--;
		}
		return value.substring(start, end).toLowerCase(Locale.ROOT);
	}

	private static boolean isOfName(char character) {
		return Character.isLetterOrDigit(character) || character == '-' || character == '_' || character > 0x7f;
	}

	private static Optional<String> fragmentAfter(String value, int open) {
		int close = value.indexOf(')', open);
		Matcher reference = REFERENCE.matcher((close < 0) ? "" : value.substring(open + 1, close));
		return reference.matches() ? Optional.of(reference.group(2)) : Optional.empty();
	}

}
