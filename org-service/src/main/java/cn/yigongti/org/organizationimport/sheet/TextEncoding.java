package cn.yigongti.org.organizationimport.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The encodings in which Chinese spreadsheets write text files. */
public enum TextEncoding {

	UTF_8(StandardCharsets.UTF_8),
	/** GB/T 18030, which holds GBK and GB 2312. */
	GB18030(Charset.forName("GB18030"));

	private final Charset charset;

	TextEncoding(Charset charset) {
		this.charset = charset;
	}

	public Charset charset() {
		return this.charset;
	}

	/**
	 * The text of a file, without the byte order mark. Reading throws
	 * {@link java.nio.charset.CharacterCodingException} at the first byte that is not in
	 * this encoding.
	 */
	public Reader read(Path file) throws IOException {
		CharsetDecoder strict = this.charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		return new MarkedText(new InputStreamReader(Files.newInputStream(file), strict));
	}

}
