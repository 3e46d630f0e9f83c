package cn.yigongti.consultation.attachment.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.springframework.core.io.InputStreamSource;

/** The formats taken. */
public enum FileFormat {

	PNG("image/png", "png", "png"),

	JPEG("image/jpeg", "jpg", "jpe?g"),

	PDF("application/pdf", "pdf", "pdf"),

	DICOM("application/dicom", "dcm", "dcm|dicom");

	private final String mediaType;

	private final String usualExtension;

	/** All that fit, as a regular expression. */
	private final String extensions;

	FileFormat(String mediaType, String usualExtension, String extensions) {
		this.mediaType = mediaType;
		this.usualExtension = usualExtension;
		this.extensions = extensions;
	}

	/**
	 * The format of a file.
	 * @throws UnsupportedFile when it is none of these, is one only at first sight, or
	 * something else as well
	 */
	public static FileFormat of(InputStreamSource content, long size) throws IOException {
		Sample sample = Sample.of(content, size);
		Optional<FileFormat> format = Arrays.stream(values()).filter((one) -> one.isIn(sample)).findFirst();
		if (format.isEmpty() || sample.endsLikeAnArchive()) {
			throw new UnsupportedFile();
		}
		return format.get();
	}

	private boolean isIn(Sample sample) {
		return switch (this) {
			case PNG -> PngSignature.isIn(sample);
			case JPEG -> JpegSignature.isIn(sample);
			case PDF -> PdfSignature.isIn(sample);
			case DICOM -> DicomSignature.isIn(sample);
		};
	}

	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * The name with an extension of this format: {@code a.html} that is a picture would
	 * open as something else on the computer of whoever saves it.
	 */
	public String named(String name) {
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		boolean fits = name.indexOf('.') >= 0 && extension.matches(this.extensions);
		return fits ? name : name + "." + this.usualExtension;
	}

}
