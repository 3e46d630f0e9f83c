package cn.yigongti.consultation.attachment.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.attachment.Attachment;
import cn.yigongti.consultation.attachment.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Attachment")
record AttachmentResponse(UUID id, String fileName, @Schema(
		description = "As its content says: image/png, image/jpeg, application/pdf or application/dicom") String mediaType,
		@Schema(description = "In bytes") long size,
		@Schema(description = "In hexadecimal digits; the ETag of the content, too") String sha256,
		UploadedBy uploadedBy, Instant uploadedAt) {

	@Schema(name = "UploadedBy")
	record UploadedBy(Side side,
			@Schema(description = "Of the person, or the id of the machine client") @Nullable String name) {
	}

	static AttachmentResponse of(Attachment attachment, String fileName) {
		Attachment.Content content = attachment.content();
		return new AttachmentResponse(attachment.id(), fileName, content.format().mediaType(), content.sizeBytes(),
				content.sha256(), new UploadedBy(attachment.side(), attachment.upload().uploaderName()),
				attachment.upload().uploadedAt());
	}

}
