package cn.yigongti.consultation.consultation;

import java.util.EnumSet;
import java.util.Set;

import cn.yigongti.platform.caller.Caller;

/** What a caller may do with a consultation now. */
public record AllowedActions(Set<Action> actions) {

	public enum Action {

		AMEND, ACCEPTANCE, SCHEDULE, CLAIM, RELEASE, SEND_BACK, RESUBMISSION, DECLINE, CANCELLATION, REPORT,
		CRITICAL_VALUE_ACKNOWLEDGEMENT

	}

	public static AllowedActions of(Consultation consultation, Caller caller) {
		Rights rights = new Rights(caller, consultation);
		Set<Action> actions = EnumSet.noneOf(Action.class);
		if (rights.isApplicant()) {
			actions.addAll(ofApplicant(consultation));
		}
		if (rights.isCenter()) {
			actions.addAll(ofCenter(consultation));
		}
		return new AllowedActions(actions);
	}

	private static Set<Action> ofApplicant(Consultation consultation) {
		Set<Action> actions = EnumSet.noneOf(Action.class);
		Set<ConsultationStatus> next = consultation.legalNext();
		addIf(actions, Action.AMEND, consultation.isAmendable());
		addIf(actions, Action.RESUBMISSION, next.contains(ConsultationStatus.SUBMITTED));
		addIf(actions, Action.CANCELLATION, next.contains(ConsultationStatus.CANCELLED));
		addIf(actions, Action.CRITICAL_VALUE_ACKNOWLEDGEMENT,
				consultation.criticalValue() && consultation.criticalAcknowledgedAt() == null);
		return actions;
	}

	private static Set<Action> ofCenter(Consultation consultation) {
		Set<Action> actions = EnumSet.noneOf(Action.class);
		Set<ConsultationStatus> next = consultation.legalNext();
		ConsultationStatus status = consultation.status();
		addIf(actions, Action.ACCEPTANCE, next.contains(ConsultationStatus.ACCEPTED));
		addIf(actions, Action.SCHEDULE,
				next.contains(ConsultationStatus.SCHEDULED) || status == ConsultationStatus.SCHEDULED);
		addIf(actions, Action.CLAIM, status.isTakenOn() && consultation.claim() == null);
		addIf(actions, Action.RELEASE, status.isTakenOn() && consultation.claim() != null);
		addIf(actions, Action.SEND_BACK, next.contains(ConsultationStatus.SENT_BACK));
		addIf(actions, Action.DECLINE, next.contains(ConsultationStatus.DECLINED));
		addIf(actions, Action.REPORT,
				next.contains(ConsultationStatus.REPORTED) || status == ConsultationStatus.REPORTED);
		return actions;
	}

	private static void addIf(Set<Action> actions, Action action, boolean possible) {
		if (possible) {
			actions.add(action);
		}
	}

}
