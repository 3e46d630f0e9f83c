package cn.yigongti.consultation.attachment.format;

/**
 * PDF (ISO 32000): its mark at the very beginning, where readers forgive much, and the
 * end mark in the last kilobyte.
 */
final class PdfSignature {

	private static final int END_WITHIN = 1024;

	private PdfSignature() {
	}

	static boolean isIn(Sample sample) {
		boolean version = sample.begins('%', 'P', 'D', 'F', '-', '1', '.')
				|| sample.begins('%', 'P', 'D', 'F', '-', '2', '.');
		return version && sample.endHolds("%%EOF", END_WITHIN) && !sample.looksLikeMarkup();
	}

}
