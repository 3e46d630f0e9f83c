package cn.yigongti.org.organizationimport.sheet.inspection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;

/**
 * Finds encoding and separator of a text file. An encoding must fit the whole file: the
 * bytes of most Chinese texts in GB18030 are no UTF-8, while the reverse is less sure, so
 * UTF-8 is tried first.
 */
final class TextInspection {

	private static final int BUFFER = 8_192;

	private static final int HEADER_LENGTH = 16_384;

	private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

	private TextInspection() {
	}

	static Dialect of(Path file) throws IOException {
		for (TextEncoding encoding : TextEncoding.values()) {
			if (isWrittenIn(encoding, file)) {
				return Dialect.csv(encoding, separator(file, encoding));
			}
		}
		throw new SheetRefused(Reason.ENCODING_UNKNOWN);
	}

	private static boolean isWrittenIn(TextEncoding encoding, Path file) throws IOException {
		char[] buffer = new char[BUFFER];
		try (Reader text = encoding.read(file)) {
			for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
				requireText(buffer, count);
			}
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static void requireText(char[] buffer, int count) {
		for (int i = 0; i < count; i++) {
			char c = buffer[i];
			if (c < ' ' && c != '\t' && c != '\r' && c != '\n') {
				throw new SheetRefused(Reason.UNSUPPORTED_FILE);
			}
		}
	}

	/** The one that stands most often in the first line that is no comment. */
	private static char separator(Path file, TextEncoding encoding) throws IOException {
		char[] start = new char[HEADER_LENGTH];
		try (BufferedReader text = new BufferedReader(encoding.read(file))) {
			int length = Math.max(0, text.read(start, 0, HEADER_LENGTH));
			String header = new String(start, 0, length).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("\"#"))
				.findFirst()
				.orElseThrow(() -> new SheetRefused(Reason.EMPTY_FILE));
			return SEPARATORS.stream()
				.max(Comparator.comparingLong((separator) -> header.chars().filter((c) -> c == separator).count()))
				.orElseThrow();
		}
	}

}
