package cn.yigongti.consultation.center;

import java.util.List;
import java.util.UUID;

/**
 * A centre as it shall be.
 *
 * @param reportingDoctorIds in the order in which they are shown
 */
public record CenterDraft(UUID consortiumId, UUID organizationId, String introduction, List<String> specialties,
		List<UUID> reportingDoctorIds, boolean active) {

	public CenterDraft {
		specialties = List.copyOf(specialties);
		reportingDoctorIds = List.copyOf(reportingDoctorIds);
	}

	Profile profile(List<ReportingDoctor> doctors) {
		return new Profile(this.introduction, this.specialties, doctors);
	}

}
