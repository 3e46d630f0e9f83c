package cn.yigongti.referral.referral;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.referral.course.EventKey;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.course.Step;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;
import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_NULL;

/**
 * An entry of the history.
 *
 * @param position in the path; the application is at 0
 * @param recordedAt when it became known
 * @param event the hospital's event behind it, if any
 * @param supersededAt when an event that came late changed the path from here on;
 * {@code null} on the path that stands
 */
@Table("referral_move")
public record Move(@Id UUID id, UUID referralId, int position, Kind kind, @Nullable ReferralStatus fromStatus,
		@Nullable ReferralStatus toStatus, Instant occurredAt, Instant recordedAt,
		@Embedded(onEmpty = USE_EMPTY, prefix = "actor_") Actor actor,
		@Embedded(onEmpty = USE_NULL) @Nullable EventKey event, @Nullable String reason,
		@Nullable Instant supersededAt) {

	public enum Kind {

		/** The application itself: from nothing to {@link ReferralStatus#APPLIED}. */
		APPLICATION,
		/** One of the sixteen legal moves. */
		MOVE,
		/** Withdrawal or refusal: from {@link ReferralStatus#APPLIED} to no status. */
		VOID

	}

	public static Move application(Referral referral, Actor actor, Instant now) {
		return new Move(UuidV7.next(), referral.id(), 0, Kind.APPLICATION, null, ReferralStatus.APPLIED,
				referral.application().appliedAt(), now, actor, null, null, null);
	}

	public static Move byHospital(UUID referralId, int position, Step step, Actor actor, Instant now) {
		return new Move(UuidV7.next(), referralId, position, Kind.MOVE, step.from(), step.to(), step.occurredAt(), now,
				actor, step.event(), null, null);
	}

	/** What comes after this one by a person or the clock. */
	public Move then(Kind kind, @Nullable ReferralStatus to, Instant occurredAt, Actor actor, @Nullable String reason,
			Instant now) {
		return new Move(UuidV7.next(), this.referralId, this.position + 1, kind, this.toStatus, to, occurredAt, now,
				actor, null, reason, null);
	}

	boolean isOf(Step step) {
		return this.kind == Kind.MOVE && this.fromStatus == step.from() && this.toStatus == step.to()
				&& step.event().equals(this.event);
	}

}
