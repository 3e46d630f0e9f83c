package cn.yigongti.referral.course;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something a receiver's hospital system reports of a referred patient.
 *
 * @param type the status it leads to
 * @param afterEnd whether it arrived when the referral had ended (returned, expired or
 * void): such an event moves nothing
 */
public record HospitalEvent(EventKey key, ReferralStatus type, Instant occurredAt, HospitalFacts facts,
		boolean afterEnd) implements Comparable<HospitalEvent> {

	/**
	 * The order of replay: by time, at the same time by the workflow, and then by key so
	 * that it is never left open.
	 */
	private static final Comparator<HospitalEvent> ORDER = Comparator.comparing(HospitalEvent::occurredAt)
		.thenComparing(HospitalEvent::type)
		.thenComparing(HospitalEvent::key);

	@Override
	public int compareTo(HospitalEvent other) {
		return ORDER.compare(this, other);
	}

	boolean isVisit() {
		return this.type == ReferralStatus.OUTPATIENT_VISITED;
	}

}
