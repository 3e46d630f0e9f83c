package cn.yigongti.consultation.attachment;

import cn.yigongti.consultation.attachment.format.FileFormat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an installation decides about attachments. Uploads must fit through
 * {@code spring.servlet.multipart} and the gateway, too.
 *
 * @param maxImageSize of a PNG or JPEG
 * @param maxPdfSize of a PDF
 * @param maxDicomSize of a DICOM file
 * @param maxPerConsultation how many files a consultation may have, of both sides
 */
@ConfigurationProperties("yigongti.consultation.attachments")
record AttachmentProperties(@DefaultValue("20MB") DataSize maxImageSize, @DefaultValue("20MB") DataSize maxPdfSize,
		@DefaultValue("200MB") DataSize maxDicomSize, @DefaultValue("20") int maxPerConsultation) {

	DataSize limitOf(FileFormat format) {
		return switch (format) {
			case PNG, JPEG -> this.maxImageSize;
			case PDF -> this.maxPdfSize;
			case DICOM -> this.maxDicomSize;
		};
	}

}
