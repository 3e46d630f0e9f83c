package cn.yigongti.consultation.print;

import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.patient.Patient;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Prints a report for whoever may see the consultation. That they do is in the audit
 * trail before they have it.
 */
@Component
public class PrintReport {

	/** What it takes to have the patient on paper unmasked. */
	public static final String UNMASK = "consultation:unmask";

	private final Consultations consultations;

	private final SignedReports reports;

	private final ReportFont font;

	private final PatientSeal seal;

	private final ConsultationTrail trail;

	PrintReport(Consultations consultations, SignedReports reports, ReportFont font, PatientSeal seal,
			ConsultationTrail trail) {
		this.consultations = consultations;
		this.reports = reports;
		this.font = font;
		this.seal = seal;
		this.trail = trail;
	}

	/** A document with the name it may be saved as. */
	public static final class Printed {

		private final String fileName;

		private final byte[] bytes;

		Printed(String fileName, byte[] bytes) {
			this.fileName = fileName;
			this.bytes = bytes;
		}

		public String fileName() {
			return this.fileName;
		}

		public byte[] bytes() {
			return this.bytes;
		}

	}

	/**
	 * Prints it.
	 * @param unmask whether to show the patient, as far as the permission to unmask
	 * reaches
	 * @throws NotFound when there is no such version, or the consultation is not in the
	 * caller's scope
	 */
	public Printed print(Caller caller, UUID consultationId, int version, boolean unmask, @Nullable String reason) {
		Consultation consultation = Rights.in(this.consultations.findById(consultationId), consultationId, caller)
			.consultation();
		SignedReport report = this.reports.find(consultationId, version)
			.orElseThrow(() -> new NotFound("report", version));
		Patient patient = this.seal.open(consultation.submission().patient());
		boolean open = unmask && consultation.isVisibleIn(caller.scopeOf(UNMASK));
		Printout printout = new Printout(consultation, open ? patient : patient.masked(), report,
				this.reports.newestOf(consultationId));
		byte[] bytes = new ReportDocument(printout, this.font.face()).write();
		this.trail.record(caller, "consultation:print-report", consultation, null);
		if (open) {
			this.trail.record(caller, UNMASK, consultation, reason);
		}
		return new Printed("远程会诊报告-%s-v%d.pdf".formatted(consultation.consultationNumber(), version), bytes);
	}

}
