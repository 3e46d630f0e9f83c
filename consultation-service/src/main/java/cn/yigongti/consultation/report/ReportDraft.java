package cn.yigongti.consultation.report;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is to be reported.
 *
 * @param doctorId who signs; the caller when not given
 * @param externalId the number the third-party system gave it: the same once more is the
 * same report
 * @param signedAt in the past, for what is imported
 */
public record ReportDraft(String findings, String opinion, @Nullable String advice, boolean criticalValue,
		@Nullable UUID doctorId, @Nullable String externalId, @Nullable String amendmentReason,
		@Nullable Instant signedAt) {
}
