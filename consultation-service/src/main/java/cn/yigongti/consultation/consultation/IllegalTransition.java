package cn.yigongti.consultation.consultation;

import java.util.EnumSet;
import java.util.Set;

/** What was asked for is not possible from where the consultation stands. */
public class IllegalTransition extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ConsultationStatus from;

	private final EnumSet<ConsultationStatus> legal;

	IllegalTransition(ConsultationStatus from, String wanted, Set<ConsultationStatus> legal) {
		super(from + " to " + wanted);
		this.from = from;
		this.legal = legal.isEmpty() ? EnumSet.noneOf(ConsultationStatus.class) : EnumSet.copyOf(legal);
	}

	public ConsultationStatus from() {
		return this.from;
	}

	public Set<ConsultationStatus> legal() {
		return EnumSet.copyOf(this.legal);
	}

}
