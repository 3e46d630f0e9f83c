package cn.yigongti.dev.county;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A referral of the history.
 *
 * @param number from 1, names it within the demo
 * @param outcome the status it ends in; the platform's clock leads to EXPIRED, the events
 * lead to the others
 * @param returnedAt when the receiver's doctor sent the patient back
 */
public record PlannedReferral(int number, PlannedOrganization source, PlannedOrganization target, ReferralType type,
		Outcome outcome, Patient patient, StaffMember doctor, Illness illness, Instant appliedAt, Instant appointmentAt,
		List<HisEvent> events, @Nullable Instant returnedAt) {

	public boolean emergency() {
		return this.illness.department() == Department.EMERGENCY;
	}

	/**
	 * What the receiver's hospital information system had to say.
	 *
	 * @param type the status it leads to
	 */
	public record HisEvent(String type, Instant occurredAt) {
	}

}
