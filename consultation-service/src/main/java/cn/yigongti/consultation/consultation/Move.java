package cn.yigongti.consultation.consultation;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

/**
 * An entry of the history.
 *
 * @param position the submission is at 0
 * @param fromStatus {@code null} for the submission
 * @param recordedAt when it became known
 */
@Table("consultation_move")
public record Move(@Id UUID id, UUID consultationId, int position, Kind kind, @Nullable ConsultationStatus fromStatus,
		ConsultationStatus toStatus, Instant occurredAt, Instant recordedAt,
		@Embedded(onEmpty = USE_EMPTY, prefix = "actor_") Actor actor, @Nullable String reason) {

	/** What happened; not all of it changes the status. */
	public enum Kind {

		SUBMISSION, AMENDMENT, ACCEPTANCE, CLAIM, RELEASE, SCHEDULE, SEND_BACK, RESUBMISSION, DECLINE, CANCELLATION,
		REPORT, REPORT_AMENDMENT, REVIEW, CRITICAL_VALUE_ACKNOWLEDGEMENT, REFERRAL

	}

	static Move first(Consultation consultation, Actor actor, Instant now) {
		return new Move(UuidV7.next(), consultation.id(), 0, Kind.SUBMISSION, null, consultation.status(),
				consultation.submission().submittedAt(), now, actor, null);
	}

	Move then(Kind next, ConsultationStatus to, Instant happened, Actor by, @Nullable String because, Instant now) {
		return new Move(UuidV7.next(), this.consultationId, this.position + 1, next, this.toStatus, to, happened, now,
				by, because);
	}

}
