package cn.yigongti.consultation.attachment;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.attachment.format.FileFormat;
import cn.yigongti.consultation.attachment.store.StoredAt;
import cn.yigongti.consultation.consultation.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;
import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_NULL;

/**
 * A file of a consultation.
 *
 * @param fileName encrypted: people name files after patients
 */
@Table("consultation_attachment")
public record Attachment(@Id UUID id, UUID consultationId, Side side, String fileName,
		@Embedded(onEmpty = USE_EMPTY) Content content, @Embedded(onEmpty = USE_EMPTY) Upload upload,
		@Embedded(onEmpty = USE_NULL) @Nullable Removal removal, @Version long version) {

	/**
	 * The bytes, which never change.
	 *
	 * @param sha256 in hexadecimal digits
	 */
	public record Content(FileFormat format, long sizeBytes, String sha256,
			@Embedded(onEmpty = USE_EMPTY) StoredAt storedAt) {
	}

	/**
	 * Who added it.
	 *
	 * @param uploaderName {@code null} when nobody could be asked for it
	 */
	public record Upload(Instant uploadedAt, @Embedded(onEmpty = USE_EMPTY, prefix = "uploader_") Actor uploader,
			@Nullable String uploaderName) {
	}

	/** Who took it out of sight, and why. */
	public record Removal(Instant removedAt, @Embedded(onEmpty = USE_EMPTY, prefix = "remover_") Actor remover,
			String removalReason) {
	}

	Attachment removed(Removal removing) {
		return new Attachment(this.id, this.consultationId, this.side, this.fileName, this.content, this.upload,
				removing, this.version);
	}

}
