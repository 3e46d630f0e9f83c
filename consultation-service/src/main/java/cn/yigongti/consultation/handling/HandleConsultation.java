package cn.yigongti.consultation.handling;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.consultation.ChangeConsultation;
import cn.yigongti.consultation.consultation.ChangeConsultation.Change;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Move.Kind;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.consultation.delivery.Deliveries;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Acceptance, agreement on a time, refusal and cancellation. */
@Component
public class HandleConsultation {

	private final ChangeConsultation consultations;

	private final Deliveries deliveries;

	HandleConsultation(ChangeConsultation consultations, Deliveries deliveries) {
		this.consultations = consultations;
		this.deliveries = deliveries;
	}

	/** The centre takes it on. */
	public Consultation accept(Caller caller, UUID id, @Nullable Instant occurredAt) {
		return this.consultations.change(caller, id, new Change(Kind.ACCEPTANCE, Side.CENTER, occurredAt, null),
				(consultation, moment) -> consultation.accept(moment.now()));
	}

	/**
	 * The centre names the time of a clinical consultation, or another one.
	 * @throws InvalidInput when that time is over already
	 */
	public Consultation schedule(Caller caller, UUID id, Instant scheduledAt, @Nullable Instant occurredAt) {
		return this.consultations.change(caller, id, new Change(Kind.SCHEDULE, Side.CENTER, occurredAt, null),
				(consultation, moment) -> {
					if (scheduledAt.isBefore(moment.occurredAt())) {
						throw new InvalidInput("/scheduledAt", "over");
					}
					consultation.schedule(scheduledAt, moment.now());
				});
	}

	/** The centre won't do it. */
	public Consultation decline(Caller caller, UUID id, String reason, @Nullable Instant occurredAt) {
		return this.consultations.change(caller, id, new Change(Kind.DECLINE, Side.CENTER, occurredAt, reason),
				(consultation, moment) -> {
					consultation.decline(reason, moment.occurredAt(), moment.now());
					this.deliveries.withdraw(id);
				});
	}

	/** The applicant doesn't need it any more. */
	public Consultation cancel(Caller caller, UUID id, String reason, @Nullable Instant occurredAt) {
		return this.consultations.change(caller, id, new Change(Kind.CANCELLATION, Side.APPLICANT, occurredAt, reason),
				(consultation, moment) -> {
					consultation.cancel(reason, moment.occurredAt(), moment.now());
					this.deliveries.withdraw(id);
				});
	}

}
