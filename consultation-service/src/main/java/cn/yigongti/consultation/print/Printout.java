package cn.yigongti.consultation.print;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.patient.Patient;

/**
 * What goes on paper.
 *
 * @param patient masked, unless it was asked for otherwise
 * @param newestVersion the version that holds
 */
record Printout(Consultation consultation, Patient patient, SignedReport report, int newestVersion) {

	boolean isSuperseded() {
		return this.report.version() < this.newestVersion;
	}

	/** Never the patient: it may end up in a log. */
	@Override
	public String toString() {
		return "report " + this.report.version() + " of " + this.consultation.id();
	}

}
