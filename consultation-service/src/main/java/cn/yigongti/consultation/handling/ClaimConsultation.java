package cn.yigongti.consultation.handling;

import java.util.UUID;

import cn.yigongti.consultation.consultation.AlreadyClaimed;
import cn.yigongti.consultation.consultation.ChangeConsultation;
import cn.yigongti.consultation.consultation.ChangeConsultation.Change;
import cn.yigongti.consultation.consultation.Claim;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Move.Kind;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.platform.caller.Caller;

import org.springframework.stereotype.Component;

/**
 * A reporting doctor takes a consultation out of the centre's common list, or puts it
 * back. Anybody who writes for the centre may put it back, for a doctor who is ill.
 */
@Component
public class ClaimConsultation {

	private final Consultations kept;

	private final ChangeConsultation consultations;

	private final ReportingDoctors doctors;

	ClaimConsultation(Consultations kept, ChangeConsultation consultations, ReportingDoctors doctors) {
		this.kept = kept;
		this.consultations = consultations;
		this.doctors = doctors;
	}

	/**
	 * Takes it; once more changes nothing.
	 * @throws NotAReportingDoctor when the caller reports nothing for that centre
	 * @throws AlreadyClaimed when another doctor has it
	 */
	public Consultation claim(Caller caller, UUID id) {
		Consultation wanted = Rights.in(this.kept.findById(id), id, caller).as(Side.CENTER);
		ReportingDoctors.Named doctor = this.doctors.self(caller, wanted);
		if (wanted.claim() != null && wanted.claim().doctorId().equals(doctor.id())) {
			return wanted;
		}
		return this.consultations.change(caller, id, new Change(Kind.CLAIM, Side.CENTER), (consultation,
				moment) -> consultation.claim(new Claim(doctor.id(), doctor.name(), moment.now()), moment.now()));
	}

	public Consultation release(Caller caller, UUID id) {
		return this.consultations.change(caller, id, new Change(Kind.RELEASE, Side.CENTER),
				(consultation, moment) -> consultation.release(moment.now()));
	}

}
