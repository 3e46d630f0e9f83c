package cn.yigongti.consultation.consultation;

import java.util.List;

import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.resident.ResidentId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The audit trail as far as consultations go, each of which is about a resident. */
@Component
public class ConsultationTrail {

	private static final String RESOURCE = "consultation";

	private final AuditTrail audit;

	private final PatientSeal seal;

	ConsultationTrail(AuditTrail audit, PatientSeal seal) {
		this.audit = audit;
		this.seal = seal;
	}

	/** That something was done to a consultation, or that it was looked at. */
	public void record(Caller caller, String action, Consultation consultation, @Nullable String reason) {
		this.audit.record(entry(caller, action, consultation).because(reason));
	}

	/** The same of many, with one statement. */
	public void recordAll(Caller caller, String action, List<Consultation> consultations, @Nullable String reason) {
		this.audit.recordAll(consultations.stream()
			.map((consultation) -> entry(caller, action, consultation).because(reason))
			.toList());
	}

	/**
	 * That a page of a list was looked at.
	 * @param q what was searched for: a resident, if it is a number of one
	 */
	public void recordPage(Caller caller, int consultations, @Nullable String q) {
		this.audit.record(AuditEntry.of(caller, Rights.READ, RESOURCE)
			.about((q != null && ResidentId.isLike(q)) ? this.audit.resident(q) : null)
			.counting(consultations));
	}

	public AuditEntry entry(Caller caller, String action, Consultation consultation) {
		return AuditEntry.of(caller, action, RESOURCE)
			.on(consultation.id())
			.about(this.audit.resident(this.seal.idNumber(consultation.submission().patient())));
	}

}
