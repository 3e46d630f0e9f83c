package cn.yigongti.consultation.conversion;

import java.util.UUID;

import cn.yigongti.consultation.consultation.ChangeConsultation;
import cn.yigongti.consultation.consultation.ChangeConsultation.Change;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Move.Kind;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.ProblemException;
import cn.yigongti.platform.remote.RemoteProblem;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The applicant refers the patient of a reported consultation, in one call. However often
 * it is tried, also after a crash between the two services, there is one referral.
 */
@Component
public class ReferPatient {

	private static final String REFER = "referral:write";

	private final Consultations kept;

	private final ChangeConsultation consultations;

	private final ReferralServiceClient referrals;

	private final PatientSeal seal;

	ReferPatient(Consultations kept, ChangeConsultation consultations, ReferralServiceClient referrals,
			PatientSeal seal) {
		this.kept = kept;
		this.consultations = consultations;
		this.referrals = referrals;
		this.seal = seal;
	}

	/**
	 * Refers.
	 * @throws NotReported when there is no report yet
	 * @throws AlreadyReferred when it has led to a referral
	 * @throws ReferralRefused when the referral-service refuses
	 * @throws cn.yigongti.platform.remote.DependencyUnavailable when it can't be asked
	 * now
	 */
	public Consultation refer(Caller caller, UUID id, ReferralWish wish) {
		Consultation consultation = Rights.in(this.kept.findById(id), id, caller).as(Side.APPLICANT);
		if (!consultation.applicant().isWithin(caller.scopeOf(REFER))) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", REFER);
		}
		checkReferable(consultation);
		UUID referral = apply(consultation, wish, caller);
		return this.consultations.change(caller, id, new Change(Kind.REFERRAL, Side.APPLICANT), (locked, moment) -> {
			if (!referral.equals(locked.referralId())) {
				checkReferable(locked);
				locked.leadTo(referral, moment.now());
			}
		});
	}

	private static void checkReferable(Consultation consultation) {
		if (consultation.status() != ConsultationStatus.REPORTED) {
			throw new NotReported();
		}
		if (consultation.referralId() != null) {
			throw new AlreadyReferred(consultation.referralId());
		}
	}

	private UUID apply(Consultation consultation, ReferralWish wish, Caller caller) {
		UUID doctor = (caller.isUser() && caller.belongsTo(consultation.applicant().id())) ? caller.userId()
				: consultation.submission().doctor().id();
		try {
			return this.referrals.apply("consultation-" + consultation.id(), ReferralApplication.of(consultation,
					this.seal.open(consultation.submission().patient()), wish, doctor))
				.id();
		}
		catch (RemoteProblem ex) {
			throw new ReferralRefused(ex.status(), ex.code());
		}
	}

}
