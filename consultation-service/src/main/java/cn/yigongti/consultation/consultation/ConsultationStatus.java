package cn.yigongti.consultation.consultation;

import java.util.EnumSet;
import java.util.Set;

/** Where a consultation stands, and where it may go from there. */
public enum ConsultationStatus {

	/** 已申请: the centre has not taken it on yet. */
	SUBMITTED,
	/** 已受理. */
	ACCEPTED,
	/** 已安排: a clinical consultation with an agreed time. */
	SCHEDULED,
	/** 已退回: the centre has questions. */
	SENT_BACK,
	/** 已报告; its report can still be amended. */
	REPORTED,
	/** 已拒绝, by the centre. */
	DECLINED,
	/** 已取消, by the applicant. */
	CANCELLED;

	/**
	 * The statuses that may come next.
	 * @param type of the consultation: only one with an agreed time is scheduled, and
	 * only after that reported
	 */
	public Set<ConsultationStatus> next(ConsultationType type) {
		return switch (this) {
			case SUBMITTED -> EnumSet.of(ACCEPTED, SENT_BACK, DECLINED, CANCELLED);
			case ACCEPTED -> EnumSet.of(type.isScheduled() ? SCHEDULED : REPORTED, SENT_BACK, CANCELLED);
			case SCHEDULED -> EnumSet.of(REPORTED, CANCELLED);
			case SENT_BACK -> EnumSet.of(SUBMITTED, CANCELLED);
			case REPORTED, DECLINED, CANCELLED -> EnumSet.noneOf(ConsultationStatus.class);
		};
	}

	/** Whether somebody still has to do something. */
	public boolean isOpen() {
		return this != REPORTED && this != DECLINED && this != CANCELLED;
	}

	/** Whether it is the centre's turn, against whose time the due time runs. */
	public boolean isWithCentre() {
		return this == SUBMITTED || this == ACCEPTED || this == SCHEDULED;
	}

	/** Whether the centre works on it: a reporting doctor can take it. */
	public boolean isTakenOn() {
		return this == ACCEPTED || this == SCHEDULED;
	}

}
