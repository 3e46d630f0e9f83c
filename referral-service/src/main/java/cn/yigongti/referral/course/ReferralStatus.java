package cn.yigongti.referral.course;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a referral stands (转诊状态). Exactly nine; sixteen of the seventy-two ordered pairs
 * are legal moves.
 */
public enum ReferralStatus {

	/** 已申请. */
	APPLIED,
	/** 门诊已就诊. */
	OUTPATIENT_VISITED,
	/** 门诊就诊完成. */
	OUTPATIENT_COMPLETED,
	/** 已入院. */
	ADMITTED,
	/** 取消入院. */
	ADMISSION_CANCELLED,
	/** 已出院. */
	DISCHARGED,
	/** 取消出院. */
	DISCHARGE_CANCELLED,
	/** 已回转. */
	RETURNED,
	/** 已过期. */
	EXPIRED;

	/** The statuses one legal move away. */
	public Set<ReferralStatus> next() {
		return switch (this) {
			case APPLIED -> EnumSet.of(OUTPATIENT_VISITED, ADMITTED, EXPIRED);
			case OUTPATIENT_VISITED -> EnumSet.of(OUTPATIENT_COMPLETED, ADMITTED);
			case OUTPATIENT_COMPLETED -> EnumSet.of(ADMITTED, RETURNED);
			case ADMITTED -> EnumSet.of(ADMISSION_CANCELLED, DISCHARGED);
			case ADMISSION_CANCELLED -> EnumSet.of(ADMITTED, OUTPATIENT_VISITED, RETURNED, EXPIRED);
			case DISCHARGED -> EnumSet.of(DISCHARGE_CANCELLED, RETURNED);
			case DISCHARGE_CANCELLED -> EnumSet.of(DISCHARGED);
			case RETURNED, EXPIRED -> EnumSet.noneOf(ReferralStatus.class);
		};
	}

	public boolean mayGoTo(ReferralStatus to) {
		return next().contains(to);
	}

	/**
	 * Whether a hospital's event leads here. The application, the return by a doctor and
	 * the expiry by the clock are not the hospital's to report.
	 */
	public boolean isReportedByHospital() {
		return switch (this) {
			case OUTPATIENT_VISITED, OUTPATIENT_COMPLETED, ADMITTED, ADMISSION_CANCELLED, DISCHARGED,
					DISCHARGE_CANCELLED ->
				true;
			case APPLIED, RETURNED, EXPIRED -> false;
		};
	}

	/**
	 * Whether one or more events of the hospital can lead from here to there; a status
	 * may lead back to itself.
	 */
	public boolean reachesByHospital(ReferralStatus there) {
		Set<ReferralStatus> seen = EnumSet.noneOf(ReferralStatus.class);
		Deque<ReferralStatus> open = new ArrayDeque<>(Set.of(this));
		while (!open.isEmpty()) {
			for (ReferralStatus next : open.remove().next()) {
				if (next.isReportedByHospital() && seen.add(next)) {
					open.add(next);
				}
			}
		}
		return seen.contains(there);
	}

	/**
	 * Whether the care asked for is still to come or going on. While it is, the same
	 * patient can't be referred to the same department once more; after it the referral
	 * may still be returned, or be taken up again by the hospital.
	 */
	public boolean isCareToCome() {
		return switch (this) {
			case APPLIED, OUTPATIENT_VISITED, ADMITTED, ADMISSION_CANCELLED, DISCHARGE_CANCELLED -> true;
			case OUTPATIENT_COMPLETED, DISCHARGED, RETURNED, EXPIRED -> false;
		};
	}

}
