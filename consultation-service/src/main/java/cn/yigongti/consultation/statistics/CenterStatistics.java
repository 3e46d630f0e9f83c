package cn.yigongti.consultation.statistics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.consultation.ConsultationType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a centre page shows of a year or a quarter.
 *
 * @param participatingOrganizations 参与机构数
 * @param reportingDoctors 报告医生数
 * @param applications 会诊总申请量
 * @param reported 产出报告数
 * @param outstanding 未产出: applications less reported, always
 */
public record CenterStatistics(UUID centerId, int year, @Nullable Integer quarter, Instant asOf,
		@Schema(description = "Applicants with at least one of the applications") long participatingOrganizations,
		@Schema(description = "Organizations that may apply now") long relatedOrganizations,
		@Schema(description = "Doctors who signed a first report that is counted") long reportingDoctors,
		@Schema(description = "Reporting doctors the centre names now") long listedReportingDoctors, long applications,
		long reported, long outstanding, Overdue overdue, Turnaround turnaroundMinutes, List<OfType> byType,
		@Schema(description = "All participating organizations, those with most applications first; the first "
				+ CenterPage.ORGANIZATIONS + " if there are more") List<OfOrganization> byOrganization) {

	/**
	 * Work that was late, or is.
	 *
	 * @param reported counted among the reported
	 * @param open counted among the outstanding; grows as time passes
	 */
	public record Overdue(@Schema(description = "Reported after their due time") long reported,
			@Schema(description = "Not reported, with the centre and past their due time as of now") long open) {
	}

	/** The same for one type. */
	public record OfType(ConsultationType type, long applications, long reported, long outstanding,
			Turnaround turnaroundMinutes) {
	}

	/** 各机构业务数量. */
	public record OfOrganization(UUID organizationId, String name, long applications, long reported, long outstanding) {
	}

}
