package cn.yigongti.consultation.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Noto Sans CJK SC, with all Han characters of GB 18030 but some of the rarest. What it
 * lacks is shown as an empty box, never left out.
 */
@Component
class ReportFont {

	private static final String NAME = "NotoSansCJKsc-Regular.otf";

	private static final int BOX = '□';

	private final byte[] bytes;

	private final Counter missing;

	ReportFont(MeterRegistry meters) throws IOException {
		this.bytes = new ClassPathResource("font/" + NAME).getContentAsByteArray();
		this.missing = Counter.builder("yigongti.consultation.print.missing.characters")
			.description("Characters of printed reports that the font doesn't have")
			.register(meters);
	}

	/** A font for one document: it remembers which characters are to be embedded. */
	Face face() {
		try {
			return new Face(BaseFont.createFont(NAME, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, this.bytes, null),
					this.missing);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The font in one document. */
	record Face(BaseFont base, Counter missing) {

		Font plain(float points) {
			return new Font(this.base, points);
		}

		Font bold(float points) {
			return new Font(this.base, points, Font.BOLD);
		}

		/** The text in characters of the font. */
		String printable(String text) {
			StringBuilder printable = new StringBuilder(text.length());
			Normalizer.normalize(text, Normalizer.Form.NFC)
				.codePoints()
				.filter(Face::isVisible)
				.map(this::shown)
				.forEach(printable::appendCodePoint);
			return printable.toString();
		}

		/** Selectors of variants and marks of direction have no look of their own. */
		private static boolean isVisible(int character) {
			return character != '\r' && Character.getType(character) != Character.FORMAT
					&& !Character.UnicodeBlock.VARIATION_SELECTORS.equals(Character.UnicodeBlock.of(character))
					&& !Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT
						.equals(Character.UnicodeBlock.of(character));
		}

		private int shown(int character) {
			if (character == '\n' || this.base.charExists(character)) {
				return character;
			}
			if (character == '\t') {
				return ' ';
			}
			this.missing.increment();
			return BOX;
		}

		float width(String text, float points) {
			return this.base.getWidthPoint(text, points);
		}

	}

}
