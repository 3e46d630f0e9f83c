package cn.yigongti.consultation.report;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.consultation.ChangeConsultation;
import cn.yigongti.consultation.consultation.ChangeConsultation.Change;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Move.Kind;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The applicant confirms to have seen the critical value (危急值确认). */
@Component
public class AcknowledgeCriticalValue {

	private final ChangeConsultation consultations;

	AcknowledgeCriticalValue(ChangeConsultation consultations) {
		this.consultations = consultations;
	}

	/**
	 * Acknowledges.
	 * @param measures what was done about it
	 */
	public Consultation acknowledge(Caller caller, UUID id, @Nullable String measures, @Nullable Instant occurredAt) {
		return this.consultations.change(caller, id,
				new Change(Kind.CRITICAL_VALUE_ACKNOWLEDGEMENT, Side.APPLICANT, occurredAt, measures),
				(consultation, moment) -> consultation.acknowledgeCriticalValue(moment.occurredAt(), moment.now()));
	}

}
