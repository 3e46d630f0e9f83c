package cn.yigongti.org.systemconfig.icon.image.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Styles as drawing programs write them: plain declarations, and rules for classes and
 * elements. Properties that draw nothing, which those programs add, are left out.
 */
final class Css {

	private static final Pattern PROPERTY = Pattern.compile("-{0,2}[A-Za-z_][A-Za-z0-9_-]*");

	private static final Pattern SELECTORS = Pattern.compile("[\\p{L}\\p{N}_.#*,\\s-]+");

	private final Consumer<String> references;

	Css(Consumer<String> references) {
		this.references = references;
	}

	/** What can't be taken, and would be no mere loss to leave out. */
	static final class Refused extends Exception {

		private static final long serialVersionUID = 1L;

		private final CssValue.Flaw flaw;

		Refused(CssValue.Flaw flaw) {
			super(flaw.name());
			this.flaw = flaw;
		}

		CssValue.Flaw flaw() {
			return this.flaw;
		}

	}

	/**
	 * The declarations that are kept. Where a quote holds a semicolon they are divided
	 * wrongly; then a piece has an odd quote and is refused.
	 */
	String declarations(String text) throws Refused {
		List<String> kept = new ArrayList<>();
		for (String declaration : text.split(";", -1)) {
			String[] parts = declaration.split(":", 2);
			if (!declaration.isBlank()) {
				String property = parts[0].strip().toLowerCase(Locale.ROOT);
				if (parts.length < 2 || !PROPERTY.matcher(property).matches()) {
					throw new Refused(CssValue.Flaw.NOT_PLAIN);
				}
				String value = value(parts[1].strip());
				if (Words.PROPERTIES.contains(property)) {
					kept.add(property + ":" + value);
				}
			}
		}
		return String.join(";", kept);
	}

	private String value(String value) throws Refused {
		Optional<CssValue.Flaw> flaw = CssValue.flawOf(value, this.references);
		if (flaw.isPresent()) {
			throw new Refused(flaw.get());
		}
		if (count(value, '"') % 2 != 0 || count(value, '\'') % 2 != 0) {
			throw new Refused(CssValue.Flaw.NOT_PLAIN);
		}
		return value;
	}

	private static long count(String text, char character) {
		return text.chars().filter((each) -> each == character).count();
	}

	/** The rules of a style sheet. */
	String rules(String sheet) throws Refused {
		String text = withoutComments(sheet);
		StringBuilder kept = new StringBuilder();
		int position = 0;
		for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', position)) {
			String selectors = text.substring(position, open).strip();
			int close = text.indexOf('}', open);
			if (close < 0 || !SELECTORS.matcher(selectors).matches()) {
				throw new Refused(CssValue.Flaw.NOT_PLAIN);
			}
			kept.append(selectors).append('{').append(declarations(text.substring(open + 1, close))).append('}');
			position = close + 1;
		}
		if (!text.substring(position).isBlank()) {
			throw new Refused(CssValue.Flaw.NOT_PLAIN);
		}
		return kept.toString();
	}

	private static String withoutComments(String sheet) throws Refused {
		StringBuilder text = new StringBuilder();
		int position = 0;
		for (int open = sheet.indexOf("/*"); open >= 0; open = sheet.indexOf("/*", position)) {
			int close = sheet.indexOf("*/", open + 2);
			if (close < 0) {
				throw new Refused(CssValue.Flaw.NOT_PLAIN);
			}
			text.append(sheet, position, open).append(' ');
			position = close + 2;
		}
		return text.append(sheet.substring(position)).toString();
	}

}
