package cn.yigongti.consultation.consultation.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Actor;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.Move;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that was done with a consultation, in order. */
@Schema(name = "History")
record HistoryResponse(List<Entry> items) {

	/**
	 * A step.
	 *
	 * @param from nothing for the submission
	 */
	@Schema(name = "HistoryEntry")
	record Entry(Move.Kind kind, @Nullable ConsultationStatus from, ConsultationStatus to, Instant occurredAt,
			Instant recordedAt, ActorView actor, @Nullable String reason) {

		static Entry of(Move move) {
			return new Entry(move.kind(), move.fromStatus(), move.toStatus(), move.occurredAt(), move.recordedAt(),
					ActorView.of(move.actor()), move.reason());
		}

	}

	@Schema(name = "Actor")
	record ActorView(Actor.Kind kind, @Nullable String id, @Nullable UUID organizationId) {

		static ActorView of(Actor actor) {
			return new ActorView(actor.kind(), actor.id(), actor.organizationId());
		}

	}

	static HistoryResponse of(List<Move> moves) {
		return new HistoryResponse(moves.stream().map(Entry::of).toList());
	}

}
