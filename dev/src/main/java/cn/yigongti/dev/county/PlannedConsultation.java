package cn.yigongti.dev.county;

import java.time.Instant;
import java.util.List;

/**
 * A consultation of the history.
 *
 * @param number from 1, names it within the demo
 * @param center the organization that reports
 * @param type IMAGING and so on, as the platform knows it
 * @param urgency ROUTINE and so on
 * @param outcome the status it ends in
 */
public record PlannedConsultation(int number, PlannedOrganization applicant, PlannedOrganization center, String type,
		String urgency, String outcome, Patient patient, StaffMember doctor, StaffMember reporter, Illness illness,
		Instant submittedAt, List<Step> steps) {

	/**
	 * What became of it.
	 *
	 * @param name as the platform's sub-resource is called
	 */
	public record Step(String name, Instant occurredAt) {
	}

}
