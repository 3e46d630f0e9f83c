package cn.yigongti.org.organizationimport.sheet;

import java.text.Normalizer;

/**
 * Text that a spreadsheet would take for a formula as soon as it opens a CSV file. Also
 * in full width, which some of them read alike.
 */
public final class Formula {

	private static final String SIGNS = "+-";

	private static final String STARTS = "=@\t\r" + SIGNS;

	private static final String TEXT_MARK = "'";

	private Formula() {
	}

	public static boolean isIn(String cell) {
		return !cell.isEmpty() && STARTS.indexOf(first(cell)) >= 0;
	}

	/** Whether it may just as well be a number with its sign, or a telephone number. */
	public static boolean isSigned(String cell) {
		return !cell.isEmpty() && SIGNS.indexOf(first(cell)) >= 0
				&& cell.chars().skip(1).allMatch((c) -> "0123456789.,()- ".indexOf(c) >= 0);
	}

	/** The same text in a form that stays text. */
	public static String neutralised(String cell) {
		return isIn(cell) ? TEXT_MARK + cell : cell;
	}

	/** What was made neutral, as it had been. */
	public static String restored(String cell) {
		return (cell.startsWith(TEXT_MARK) && isIn(cell.substring(1))) ? cell.substring(1) : cell;
	}

	private static char first(String cell) {
		return Normalizer.normalize(cell.substring(0, 1), Normalizer.Form.NFKC).charAt(0);
	}

}
