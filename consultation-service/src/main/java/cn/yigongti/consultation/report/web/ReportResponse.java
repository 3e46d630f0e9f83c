package cn.yigongti.consultation.report.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.report.Report;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a report.
 *
 * @param holds whether it is the last version
 */
@Schema(name = "Report")
record ReportResponse(int version, boolean holds, String findings, String opinion, @Nullable String advice,
		boolean criticalValue, UUID doctorId, String doctorName, @Nullable UUID reviewerId,
		@Nullable String reviewerName, @Nullable Instant reviewedAt, Report.Source source, @Nullable String externalId,
		@Nullable String amendmentReason, Instant signedAt) {

	static ReportResponse of(Report report, int latest) {
		return new ReportResponse(report.version(), report.version() == latest, report.findings(), report.opinion(),
				report.advice(), report.criticalValue(), report.doctorId(), report.doctorName(), report.reviewerId(),
				report.reviewerName(), report.reviewedAt(), report.source(), report.externalId(),
				report.amendmentReason(), report.signedAt());
	}

}
