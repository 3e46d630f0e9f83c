package cn.yigongti.consultation.report;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One version of a report, which never changes but for the reviewer's signature.
 *
 * @param version from 1; the last one holds
 * @param advice 建议
 * @param criticalValue whether it tells of a critical value (危急值)
 * @param externalId the number the third-party system gave it
 * @param amendmentReason why there is another version
 */
@Table("consultation_report")
public record Report(@Id UUID id, UUID consultationId, int version, String findings, String opinion,
		@Nullable String advice, boolean criticalValue, UUID doctorId, String doctorName, @Nullable UUID reviewerId,
		@Nullable String reviewerName, @Nullable Instant reviewedAt, Source source, @Nullable String externalId,
		@Nullable String amendmentReason, Instant signedAt, Instant recordedAt) {

	public enum Source {

		/** Written on this platform by the centre. */
		CENTER,
		/** Called back by the third-party consultation system. */
		THIRD_PARTY

	}

	boolean says(ReportDraft draft, UUID doctor) {
		return this.doctorId.equals(doctor)
				&& new ReportDraft(this.findings, this.opinion, this.advice, this.criticalValue, draft.doctorId(),
						this.externalId, draft.amendmentReason(), draft.signedAt())
					.equals(draft);
	}

}
