package cn.yigongti.consultation.report.web;

import java.util.List;

import cn.yigongti.consultation.report.Report;
import io.swagger.v3.oas.annotations.media.Schema;

/** All versions, the first one first. */
@Schema(name = "Reports")
record ReportsResponse(List<ReportResponse> items) {

	static ReportsResponse of(List<Report> reports) {
		return new ReportsResponse(
				reports.stream().map((report) -> ReportResponse.of(report, reports.size())).toList());
	}

}
