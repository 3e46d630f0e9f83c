package cn.yigongti.consultation.center;

import java.util.List;

/** What a centre says of itself, and who reports there. */
record Profile(String introduction, List<String> specialties, List<ReportingDoctor> reportingDoctors) {

	Profile {
		specialties = List.copyOf(specialties);
		reportingDoctors = List.copyOf(reportingDoctors);
	}

}
