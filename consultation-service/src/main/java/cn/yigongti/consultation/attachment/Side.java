package cn.yigongti.consultation.attachment;

import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.WrongSide;

/** Whose file it is. */
public enum Side {

	APPLICANT, CENTER;

	/**
	 * The side that the caller may add files for now: the applicant's while the
	 * consultation is open, the centre's while it works on it.
	 * @throws WrongSide when the caller speaks for neither
	 * @throws AttachmentsClosed when it is too early or too late for the caller's side
	 */
	static Side adding(Rights rights) {
		ConsultationStatus status = rights.consultation().status();
		if (rights.isApplicant() && status.isOpen()) {
			return APPLICANT;
		}
		if (rights.isCenter() && status.isTakenOn()) {
			return CENTER;
		}
		if (!rights.isApplicant() && !rights.isCenter()) {
			throw new WrongSide();
		}
		throw new AttachmentsClosed(status);
	}

	/**
	 * Refuses to remove a file of this side.
	 * @throws WrongSide when the caller doesn't speak for this side
	 * @throws AttachmentsClosed when the consultation is over: what was reported on stays
	 */
	void checkRemoving(Rights rights) {
		if (!((this == APPLICANT) ? rights.isApplicant() : rights.isCenter())) {
			throw new WrongSide();
		}
		if (!rights.consultation().status().isOpen()) {
			throw new AttachmentsClosed(rights.consultation().status());
		}
	}

}
