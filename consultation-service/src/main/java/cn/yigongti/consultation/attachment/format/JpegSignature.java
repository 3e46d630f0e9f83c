package cn.yigongti.consultation.attachment.format;

/**
 * JPEG (ISO/IEC 10918-1): a chain of segments with the size of the picture before its
 * data. What telephones write behind the picture is left alone.
 */
final class JpegSignature {

	private static final int MARKER = 0xFF;

	private static final int START_OF_SCAN = 0xDA;

	private static final int FIRST_SEGMENT = 2;

	private JpegSignature() {
	}

	static boolean isIn(Sample sample) {
		return sample.begins(MARKER, 0xD8, MARKER) && leadsToAPicture(sample) && !sample.looksLikeMarkup();
	}

	/**
	 * Follows the chain as far as the sample goes: large previews may stand before the
	 * picture.
	 */
	private static boolean leadsToAPicture(Sample sample) {
		byte[] bytes = sample.head();
		boolean sized = false;
		int at = FIRST_SEGMENT;
		while (at + 4 <= bytes.length) {
			int marker = Byte.toUnsignedInt(bytes[at + 1]);
			int length = twoBytes(bytes, at + 2);
			if (Byte.toUnsignedInt(bytes[at]) != MARKER || marker < 0xC0 || length < 2) {
				return false;
			}
			if (marker == START_OF_SCAN) {
				return sized;
			}
			sized = sized || isSizeIn(bytes, at, marker);
			at += 2 + length;
		}
		return at < sample.size() && bytes.length < sample.size();
	}

	/** A start of frame: C0 to CF without the three that mean something else. */
	private static boolean isSizeIn(byte[] bytes, int at, int marker) {
		return marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC && at + 9 <= bytes.length
				&& twoBytes(bytes, at + 5) > 0 && twoBytes(bytes, at + 7) > 0;
	}

	private static int twoBytes(byte[] bytes, int at) {
		return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
	}

}
