package cn.yigongti.org.organizationimport.row;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Takes from text what got into it by accident. */
final class Words {

	/** Blanks of every width, and marks that show nothing at all. */
	private static final Pattern BLANKS = Pattern
		.compile("^[\\s\\p{Z}\\u200B-\\u200D\\u2060\\uFEFF]+|[\\s\\p{Z}\\u200B-\\u200D\\u2060\\uFEFF]+$");

	private Words() {
	}

	static String trimmed(String cell) {
		return BLANKS.matcher(cell).replaceAll("");
	}

	/** Letters and digits of codes in half width, in whatever width they were typed. */
	static String narrowed(String cell) {
		return trimmed(Normalizer.normalize(cell, Normalizer.Form.NFKC));
	}

}
