package cn.yigongti.consultation.print;

import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/**
 * Where a line of Chinese may end (GB/T 15834): behind any Han character, but no line
 * begins with a closing mark or ends with an opening one. Words and numbers stay whole.
 */
class LineBreaks implements SplitCharacter {

	private static final String NEVER_FIRST = " ，。、；：？！）》〉」』】〕］｝”’…—～％℃·,.;:?!)]}%";

	private static final String NEVER_LAST = "（《〈「『【〔［｛“‘([{";

	/** The first of what is written without spaces. */
	private static final char IDEOGRAPHIC = 0x2E80;

	@Override
	public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
		char before = text[current];
		if (current + 1 >= end || current + 1 >= text.length) {
			return before <= ' ' || before >= IDEOGRAPHIC;
		}
		char after = text[current + 1];
		if (Character.isHighSurrogate(before) || NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
			return false;
		}
		return before <= ' ' || before >= IDEOGRAPHIC || after >= IDEOGRAPHIC || isClosing(before, after);
	}

	/** Marks that stand below in Unicode but are as wide as a Han character here. */
	private static boolean isClosing(char before, char after) {
		return "”’…—".indexOf(before) >= 0 && before != after;
	}

}
