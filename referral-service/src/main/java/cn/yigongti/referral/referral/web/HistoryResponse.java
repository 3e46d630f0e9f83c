package cn.yigongti.referral.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.referral.course.EventKey;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.referral.Actor;
import cn.yigongti.referral.referral.Move;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The path of a referral that stands, from its application on. */
@Schema(name = "History")
record HistoryResponse(List<Entry> items) {

	/**
	 * A step.
	 *
	 * @param from nothing for the application
	 * @param to nothing when it was made void
	 */
	@Schema(name = "HistoryEntry")
	record Entry(Move.Kind kind, @Nullable ReferralStatus from, @Nullable ReferralStatus to, Instant occurredAt,
			Instant recordedAt, ActorView actor, @Nullable EventKey event, @Nullable String reason) {

		static Entry of(Move move) {
			return new Entry(move.kind(), move.fromStatus(), move.toStatus(), move.occurredAt(), move.recordedAt(),
					ActorView.of(move.actor()), move.event(), move.reason());
		}

	}

	@Schema(name = "Actor")
	record ActorView(Actor.Kind kind, @Nullable String id, @Nullable UUID organizationId) {

		static ActorView of(Actor actor) {
			return new ActorView(actor.kind(), actor.id(), actor.organizationId());
		}

	}

	static HistoryResponse of(List<Move> path) {
		return new HistoryResponse(path.stream().map(Entry::of).toList());
	}

}
