package cn.yigongti.consultation.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way every change of a consultation goes: locked, the side checked, done, noted in
 * the history and the audit trail, kept, all of it or nothing.
 */
@Component
public class ChangeConsultation {

	private final Consultations consultations;

	private final History history;

	private final ConsultationTrail trail;

	private final Clock clock;

	ChangeConsultation(Consultations consultations, History history, ConsultationTrail trail, Clock clock) {
		this.consultations = consultations;
		this.history = history;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * What is to be done.
	 *
	 * @param occurredAt in the past, for what is imported
	 * @param reason as given by who does it; it stands in the history, not in the audit
	 * trail, since it may be about the patient
	 */
	public record Change(Move.Kind kind, Side side, @Nullable Instant occurredAt, @Nullable String reason) {

		public Change(Move.Kind kind, Side side) {
			this(kind, side, null, null);
		}

		String action() {
			return "consultation:" + this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * Changes a consultation.
	 * @param work on the consultation, and on what else belongs to the same transaction
	 * @throws NotFound when the consultation is not in the caller's scope
	 * @throws WrongSide when the other side has to do it
	 * @throws IllegalTransition when it can't be done from where the consultation stands
	 */
	@Transactional
	public Consultation change(Caller caller, UUID id, Change change, BiConsumer<Consultation, Moment> work) {
		Rights rights = Rights.in(this.consultations.lockById(id), id, caller);
		Consultation consultation = rights.as(change.side());
		if (change.occurredAt() != null && !rights.isImporter()) {
			throw new WrongSide();
		}
		Moment moment = moment(consultation, change.occurredAt());
		work.accept(consultation, moment);
		this.history.add(consultation, change.kind(), moment.occurredAt(), caller, change.reason(), moment.now());
		this.trail.record(caller, change.action(), consultation, null);
		return this.consultations.save(consultation);
	}

	private Moment moment(Consultation consultation, @Nullable Instant given) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		if (given == null) {
			return new Moment(now, now);
		}
		Instant occurred = given.truncatedTo(ChronoUnit.MICROS);
		if (occurred.isAfter(now)) {
			throw new InvalidInput("/occurredAt", "future");
		}
		if (occurred.isBefore(this.history.last(consultation.id()).occurredAt())) {
			throw new InvalidInput("/occurredAt", "before-last-move");
		}
		return new Moment(occurred, now);
	}

}
