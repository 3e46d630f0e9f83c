package cn.yigongti.consultation.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.attachment.store.AttachmentStores;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.stereotype.Component;

/**
 * Shows attachments to whoever may see the consultation. Who looks is in the audit trail
 * before they see anything.
 */
@Component
public class ReadAttachments {

	private final Consultations consultations;

	private final Attachments attachments;

	private final AttachmentStores stores;

	private final ConsultationTrail consultationTrail;

	private final AttachmentTrail trail;

	ReadAttachments(Consultations consultations, Attachments attachments, AttachmentStores stores,
			ConsultationTrail consultationTrail, AttachmentTrail trail) {
		this.consultations = consultations;
		this.attachments = attachments;
		this.stores = stores;
		this.consultationTrail = consultationTrail;
		this.trail = trail;
	}

	/**
	 * All files of a consultation, of both sides.
	 * @throws NotFound when the consultation is not in the caller's scope
	 */
	public List<Attachment> list(Caller caller, UUID consultationId) {
		Consultation consultation = find(caller, consultationId);
		this.consultationTrail.record(caller, "consultation:list-attachments", consultation, null);
		return this.attachments.of(consultationId);
	}

	/**
	 * What is known of one file.
	 * @throws NotFound when it isn't there, or its consultation not in the caller's scope
	 */
	public Attachment one(Caller caller, UUID consultationId, UUID id) {
		Consultation consultation = find(caller, consultationId);
		Attachment attachment = find(consultation, id);
		this.trail.record(caller, "consultation:read-attachment", consultation, attachment);
		return attachment;
	}

	/**
	 * The same as the headers of its content show: nothing personal.
	 * @throws NotFound as above
	 */
	public Attachment outline(Caller caller, UUID consultationId, UUID id) {
		return find(find(caller, consultationId), id);
	}

	/**
	 * Gives out a part of the content, or all of it. Each is in the audit trail: whoever
	 * asks for a file in pieces has got it no less.
	 * @throws NotFound as above
	 */
	public void copy(Caller caller, Attachment attachment, long offset, long length, OutputStream target)
			throws IOException {
		Consultation consultation = find(caller, attachment.consultationId());
		this.trail.record(caller, "consultation:download-attachment", consultation, attachment);
		this.stores.copy(attachment.content().storedAt(), offset, length, target);
	}

	private Consultation find(Caller caller, UUID consultationId) {
		return Rights.in(this.consultations.findById(consultationId), consultationId, caller).consultation();
	}

	private Attachment find(Consultation consultation, UUID id) {
		return this.attachments.find(consultation.id(), id).orElseThrow(() -> new NotFound("attachment", id));
	}

}
