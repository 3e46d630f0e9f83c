package cn.yigongti.dev.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.yigongti.dev.county.ConsultationHistory;
import cn.yigongti.dev.county.PlannedConsortium;
import cn.yigongti.dev.county.PlannedOrganization;
import cn.yigongti.dev.county.Staff;
import cn.yigongti.dev.county.StaffMember;

/**
 * Makes the People's Hospital and the TCM hospital consultation centres, and lets every
 * member of the consortium apply to both with one click.
 */
final class SetUpCenters {

	private static final String CENTERS = "/api/v1/consultation-centers";

	private final ApiClient operator;

	private final Journal journal;

	private final Staffing staffing;

	SetUpCenters(ApiClient operator, Journal journal, Staffing staffing) {
		this.operator = operator;
		this.journal = journal;
		this.staffing = staffing;
	}

	/** How many relations there are then. */
	int setUp(PlannedConsortium consortium, Staff staff) throws Exception {
		establish(consortium, consortium.lead(), staff, List.of("医学影像", "心电诊断", "病理诊断", "临床会诊"));
		establish(consortium, consortium.hospital("A210"), staff, List.of("医学影像", "心电诊断", "中医会诊"));
		return Integer.parseInt(this.journal.once("consultation-relations", () -> {
			List<String> centers = List.of(center(this.journal, consortium.lead()),
					center(this.journal, consortium.hospital("A210")));
			int created = this.operator
				.post("/api/v1/consultation-relations/auto-configurations", Map.of("consortiumId",
						this.journal.get(RegisterOrganizations.item(consortium)), "centerIds", centers))
				.path("created")
				.size();
			return String.valueOf(created);
		}));
	}

	static String center(Journal journal, PlannedOrganization organization) {
		return journal.get(item(organization));
	}

	private void establish(PlannedConsortium consortium, PlannedOrganization organization, Staff staff,
			List<String> specialties) throws Exception {
		this.journal.once(item(organization), () -> {
			List<String> reporters = new ArrayList<>();
			for (StaffMember reporter : ConsultationHistory.reporters(organization, staff)) {
				reporters.add(this.staffing.userId(reporter.loginName()));
			}
			return this.operator
				.create(CENTERS, "demo:" + item(organization),
						Map.of("consortiumId", this.journal.get(RegisterOrganizations.item(consortium)),
								"organizationId", this.journal.get(RegisterOrganizations.item(organization)),
								"introduction", organization.name() + "远程会诊中心，为县域医共体成员单位出具诊断报告。", "specialties",
								specialties, "reportingDoctorIds", reporters, "active", true))
				.path("id")
				.asString();
		});
	}

	static String item(PlannedOrganization organization) {
		return "consultation-center/" + organization.key();
	}

}
