package cn.yigongti.consultation.attachment;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.platform.caller.Caller;

import org.springframework.stereotype.Component;

/** What the audit trail tells of attachments: which one, and never what it is called. */
@Component
class AttachmentTrail {

	private final ConsultationTrail trail;

	AttachmentTrail(ConsultationTrail trail) {
		this.trail = trail;
	}

	void record(Caller caller, String action, Consultation consultation, Attachment attachment) {
		this.trail.record(caller, action, consultation, "attachment " + attachment.id());
	}

}
