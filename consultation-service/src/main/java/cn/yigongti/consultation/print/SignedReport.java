package cn.yigongti.consultation.print;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A version of the report as it was signed.
 *
 * @param amendmentReason why it replaced the version before; {@code null} for the first
 */
record SignedReport(int version, String findings, String opinion, @Nullable String advice, boolean criticalValue,
		String doctorName, @Nullable String reviewerName, @Nullable Instant reviewedAt,
		@Nullable String amendmentReason, Instant signedAt) {
}
