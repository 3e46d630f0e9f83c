package cn.yigongti.consultation.consultation;

import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.problem.OutOfScope;

import org.springframework.stereotype.Component;

/** Finds a consultation that the caller may read. */
@Component
public class FindConsultation {

	private final Consultations consultations;

	FindConsultation(Consultations consultations) {
		this.consultations = consultations;
	}

	/**
	 * Finds it.
	 * @throws NotFound when there is none
	 * @throws OutOfScope when neither side is in the caller's scope
	 */
	public Consultation find(Caller caller, UUID id) {
		Consultation consultation = this.consultations.findById(id).orElseThrow(() -> new NotFound("consultation", id));
		if (!consultation.isVisibleIn(caller.scopeOf(Rights.READ))) {
			throw new OutOfScope("consultation", id);
		}
		return consultation;
	}

}
