package cn.yigongti.consultation.attachment.format;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): a sound header first, the end mark last and nothing after it. */
final class PngSignature {

	private static final int HEADER = 12;

	private static final int HEADER_BYTES = 17;

	private PngSignature() {
	}

	static boolean isIn(Sample sample) {
		return sample.begins(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')
				&& sample.has(HEADER - 4, 0, 0, 0, 13, 'I', 'H', 'D', 'R') && hasSoundHeader(sample)
				&& sample.ends(0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82) && !sample.looksLikeMarkup();
	}

	private static boolean hasSoundHeader(Sample sample) {
		if (sample.head().length < HEADER + HEADER_BYTES + Integer.BYTES) {
			return false;
		}
		ByteBuffer bytes = ByteBuffer.wrap(sample.head());
		CRC32 sum = new CRC32();
		sum.update(sample.head(), HEADER, HEADER_BYTES);
		return bytes.getInt(HEADER + 4) > 0 && bytes.getInt(HEADER + 8) > 0
				&& bytes.getInt(HEADER + HEADER_BYTES) == (int) sum.getValue();
	}

}
