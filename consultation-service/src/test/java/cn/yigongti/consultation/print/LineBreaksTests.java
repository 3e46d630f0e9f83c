package cn.yigongti.consultation.print;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfChunk;

import static org.assertj.core.api.Assertions.assertThat;

class LineBreaksTests {

	private final LineBreaks breaks = new LineBreaks();

	/** Lines may end at the bars, and nowhere else. */
	@ParameterizedTest
	@ValueSource(strings = { "右|肺|上|叶", "边|界|清|楚，|考|虑|良|性。", "直|径|约|12mm|结|节", "（考|虑|良|性）。|建|议",
			"用 |aspirin |0.1g，|每|日", "《指|南》|及|“规|范”", "体|温|38.5℃|以|上" })
	void endsLinesWhereChineseMay(String marked) {
		String text = marked.replace("|", "");
		StringBuilder found = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			found.append(text.charAt(i));
			if (i + 1 < text.length()
					&& this.breaks.isSplitCharacter(0, i, text.length(), text.toCharArray(), new PdfChunk[0])) {
				found.append('|');
			}
		}
		assertThat(found).hasToString(marked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "𠮷野" })
	void keepsTheHalvesOfARareCharacterTogether(String text) {
		assertThat(this.breaks.isSplitCharacter(0, 0, text.length(), text.toCharArray(), new PdfChunk[0])).isFalse();
		assertThat(this.breaks.isSplitCharacter(0, 1, text.length(), text.toCharArray(), new PdfChunk[0])).isTrue();
	}

}
