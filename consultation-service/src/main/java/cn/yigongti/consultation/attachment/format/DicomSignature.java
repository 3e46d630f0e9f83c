package cn.yigongti.consultation.attachment.format;

/**
 * A DICOM file (PS3.10): a preamble of 128 bytes, {@code DICM}, and the file meta
 * information, group 2. The preamble may be that of a TIFF file or empty; programs have
 * been hidden in it (CVE-2019-11687).
 */
final class DicomSignature {

	private static final int PREAMBLE_BYTES = 128;

	private DicomSignature() {
	}

	static boolean isIn(Sample sample) {
		return sample.has(PREAMBLE_BYTES, 'D', 'I', 'C', 'M', 2, 0) && hasInnocentPreamble(sample);
	}

	private static boolean hasInnocentPreamble(Sample sample) {
		if (sample.begins('I', 'I', '*', 0) || sample.begins('M', 'M', 0, '*')) {
			return true;
		}
		for (int i = 0; i < PREAMBLE_BYTES; i++) {
			if (sample.head()[i] != 0) {
				return false;
			}
		}
		return true;
	}

}
