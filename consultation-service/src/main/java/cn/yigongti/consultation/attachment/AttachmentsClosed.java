package cn.yigongti.consultation.attachment;

import cn.yigongti.consultation.consultation.ConsultationStatus;

/** Where the consultation stands, this side can't add or remove files. */
public class AttachmentsClosed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ConsultationStatus status;

	AttachmentsClosed(ConsultationStatus status) {
		super(status.name());
		this.status = status;
	}

	public ConsultationStatus status() {
		return this.status;
	}

}
