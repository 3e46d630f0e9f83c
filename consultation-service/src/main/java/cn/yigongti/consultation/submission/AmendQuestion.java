package cn.yigongti.consultation.submission;

import java.util.UUID;
import java.util.function.UnaryOperator;

import cn.yigongti.consultation.consultation.ChangeConsultation;
import cn.yigongti.consultation.consultation.ChangeConsultation.Change;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Move;
import cn.yigongti.consultation.consultation.Question;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.version.ExpectedVersion;

import org.springframework.stereotype.Component;

/** The applicant changes what is asked as long as the centre has not taken it on. */
@Component
public class AmendQuestion {

	private final ChangeConsultation consultations;

	AmendQuestion(ChangeConsultation consultations) {
		this.consultations = consultations;
	}

	public Consultation amend(Caller caller, UUID id, ExpectedVersion expected, UnaryOperator<Question> change) {
		return this.consultations.change(caller, id, new Change(Move.Kind.AMENDMENT, Side.APPLICANT),
				(consultation, moment) -> {
					expected.verify(consultation.version());
					consultation.amend(change.apply(consultation.question()), moment.now());
				});
	}

}
