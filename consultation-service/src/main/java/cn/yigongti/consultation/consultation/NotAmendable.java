package cn.yigongti.consultation.consultation;

/**
 * The question can be changed only while the centre has not taken it on, or has sent it
 * back.
 */
public class NotAmendable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ConsultationStatus status;

	NotAmendable(ConsultationStatus status) {
		super(status.name());
		this.status = status;
	}

	public ConsultationStatus status() {
		return this.status;
	}

}
