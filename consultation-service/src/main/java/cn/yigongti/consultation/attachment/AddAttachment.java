package cn.yigongti.consultation.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.attachment.format.FileFormat;
import cn.yigongti.consultation.attachment.format.UnsupportedFile;
import cn.yigongti.consultation.attachment.store.AttachmentStores;
import cn.yigongti.consultation.consultation.Actor;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.WrongSide;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Adds a file. The consultation is locked only when its content has been written, so that
 * nobody waits for a large file.
 */
@Component
@EnableConfigurationProperties(AttachmentProperties.class)
public class AddAttachment {

	private final Consultations consultations;

	private final Attachments attachments;

	private final AttachmentStores stores;

	private final AttachmentProperties limits;

	private final Uploaders uploaders;

	private final FieldCipher cipher;

	private final AttachmentTrail trail;

	private final Clock clock;

	AddAttachment(Consultations consultations, Attachments attachments, AttachmentStores stores,
			AttachmentProperties limits, Uploaders uploaders, FieldCipher cipher, AttachmentTrail trail, Clock clock) {
		this.consultations = consultations;
		this.attachments = attachments;
		this.stores = stores;
		this.limits = limits;
		this.uploaders = uploaders;
		this.cipher = cipher;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * Refuses what would be refused whatever the file is, before anything is read of it.
	 * @throws NotFound when the consultation is not in the caller's scope
	 * @throws WrongSide when the caller may see but not write on either side
	 * @throws AttachmentsClosed when it is too early or too late
	 * @throws TooManyAttachments when there are as many as there may be
	 */
	public void check(Caller caller, UUID consultationId) {
		Side.adding(Rights.in(this.consultations.findById(consultationId), consultationId, caller));
		checkCount(this.attachments.of(consultationId));
	}

	/**
	 * Adds it.
	 * @throws UnsupportedFile when its content is of none of the formats
	 * @throws AttachmentTooLarge when it has more bytes than its format may have
	 * @throws DuplicateAttachment when the consultation has it already
	 * @throws TooManyAttachments when there are as many as there may be
	 */
	public Attachment add(Caller caller, UUID consultationId, GivenFile file) throws IOException {
		FileFormat format = FileFormat.of(file.content(), file.sizeBytes());
		DataSize limit = this.limits.limitOf(format);
		if (file.sizeBytes() > limit.toBytes()) {
			throw new AttachmentTooLarge(format, limit);
		}
		Attachment.Upload upload = new Attachment.Upload(this.clock.instant().truncatedTo(ChronoUnit.MICROS),
				Actor.of(caller), this.uploaders.nameOf(caller));
		String name = this.cipher.encrypt(format.named(file.name()));
		MessageDigest digest = sha256();
		try (InputStream content = new DigestInputStream(file.content().getInputStream(), digest)) {
			return this.stores.keep(content, file.sizeBytes(), (place) -> {
				String sum = HexFormat.of().formatHex(digest.digest());
				return record(caller, consultationId, name,
						new Attachment.Content(format, file.sizeBytes(), sum, place), upload);
			});
		}
	}

	private Attachment record(Caller caller, UUID consultationId, String name, Attachment.Content content,
			Attachment.Upload upload) {
		Rights rights = Rights.in(this.consultations.lockById(consultationId), consultationId, caller);
		Side side = Side.adding(rights);
		List<Attachment> others = this.attachments.of(consultationId);
		others.stream()
			.filter((other) -> other.content().sha256().equals(content.sha256()))
			.findFirst()
			.ifPresent((first) -> {
				throw new DuplicateAttachment(first.id());
			});
		checkCount(others);
		Attachment added = this.attachments
			.save(new Attachment(UuidV7.next(), consultationId, side, name, content, upload, null, 0));
		this.trail.record(caller, "consultation:add-attachment", rights.consultation(), added);
		return added;
	}

	private void checkCount(List<Attachment> present) {
		if (present.size() >= this.limits.maxPerConsultation()) {
			throw new TooManyAttachments(this.limits.maxPerConsultation());
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
