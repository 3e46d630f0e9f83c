package cn.yigongti.consultation.attachment.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.core.io.InputStreamSource;

/** Beginning and end of a file, which overlap in a small one. */
final class Sample {

	private static final int BYTES = 1 << 16;

	/** Browsers that guess look at no more than 1445 bytes. */
	private static final int GUESSED_FROM = 4096;

	private static final List<String> MARKUP = List.of("<html", "<script", "<svg", "<!doctype", "<iframe", "<?php",
			"<object", "<embed");

	/** The end of a central directory of a ZIP file, and its shortest length. */
	private static final byte[] ARCHIVE_END = { 'P', 'K', 5, 6 };

	private static final int ARCHIVE_END_BYTES = 22;

	private final byte[] head;

	private final byte[] tail;

	private final long size;

	private Sample(byte[] head, byte[] tail, long size) {
		this.head = head;
		this.tail = tail;
		this.size = size;
	}

	static Sample of(InputStreamSource content, long size) throws IOException {
		try (InputStream in = content.getInputStream()) {
			byte[] head = in.readNBytes(BYTES);
			if (size <= BYTES) {
				return new Sample(head, head, size);
			}
			in.skipNBytes(Math.max(0, size - 2L * BYTES));
			byte[] rest = in.readNBytes(BYTES);
			return new Sample(head, rest, size);
		}
	}

	byte[] head() {
		return this.head;
	}

	long size() {
		return this.size;
	}

	boolean begins(int... expected) {
		return has(0, expected);
	}

	boolean has(int offset, int... expected) {
		if (this.head.length < offset + expected.length) {
			return false;
		}
		for (int i = 0; i < expected.length; i++) {
			if (Byte.toUnsignedInt(this.head[offset + i]) != expected[i]) {
				return false;
			}
		}
		return true;
	}

	boolean ends(int... expected) {
		int offset = this.tail.length - expected.length;
		for (int i = 0; i < expected.length && offset >= 0; i++) {
			if (Byte.toUnsignedInt(this.tail[offset + i]) != expected[i]) {
				return false;
			}
		}
		return offset >= 0;
	}

	/** Whether the end holds an ASCII text. */
	boolean endHolds(String text, int withinBytes) {
		int from = Math.max(0, this.tail.length - withinBytes);
		return new String(this.tail, from, this.tail.length - from, StandardCharsets.ISO_8859_1).contains(text);
	}

	/** Whether something that guesses might take it for a page. */
	boolean looksLikeMarkup() {
		String text = new String(this.head, 0, Math.min(this.head.length, GUESSED_FROM), StandardCharsets.ISO_8859_1)
			.toLowerCase(Locale.ROOT);
		return MARKUP.stream().anyMatch(text::contains);
	}

	/**
	 * Whether it can be unpacked as well: ZIP files are read from their end, so that
	 * anything may stand before.
	 */
	boolean endsLikeAnArchive() {
		for (int i = this.tail.length - ARCHIVE_END_BYTES; i >= 0; i--) {
			if (Arrays.equals(this.tail, i, i + ARCHIVE_END.length, ARCHIVE_END, 0, ARCHIVE_END.length)) {
				int comment = ByteBuffer.wrap(this.tail).order(ByteOrder.LITTLE_ENDIAN).getShort(i + 20) & 0xFFFF;
				if (i + ARCHIVE_END_BYTES + comment == this.tail.length) {
					return true;
				}
			}
		}
		return false;
	}

}
