package cn.yigongti.consultation.delivery.thirdparty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.consultation.consultation.ApplicantDoctor;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Question;
import cn.yigongti.consultation.consultation.Urgency;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.Patient;
import org.jspecify.annotations.Nullable;

/**
 * What the third-party system is told. Made for one attempt and forgotten after it: the
 * patient is in plain text.
 *
 * @param version of this form; fields may be added within a version, as their readers
 * pass over what they don't know
 * @param submission 1 for the application, one more for each resubmission
 * @param submittedAt of the application
 * @param reportPath where, below the public address of the platform, a report is to be
 * posted
 * @param attachmentsPath where files are listed; most come after the submission
 */
public record SubmittedConsultation(int version, UUID deliveryId, int submission, UUID consultationId,
		String consultationNumber, ConsultationType type, Urgency urgency, Instant submittedAt, Instant dueAt,
		Side applicant, ApplicantDoctor doctor, Side center, PatientPart patient, String department, String purpose,
		String clinicalSummary, Diagnosis diagnosis, String reportPath, String attachmentsPath) {

	private static final int VERSION = 1;

	/** An organization as it stood on the day of submission. */
	public record Side(UUID organizationId, String name, Tier tier, String regionCode) {

		static Side of(Party party) {
			return new Side(party.id(), party.name(), party.tier(), party.regionCode());
		}

	}

	/**
	 * The patient.
	 *
	 * @param gender GB/T 2261.1
	 */
	public record PatientPart(String name, String idNumber, String gender, LocalDate birthDate,
			@Nullable String phone) {

		static PatientPart of(Patient patient) {
			return new PatientPart(patient.name(), patient.idNumber(), patient.gender(), patient.birthDate(),
					patient.phone());
		}

		@Override
		public String toString() {
			return "patient";
		}

	}

	public static SubmittedConsultation of(UUID deliveryId, int submission, Consultation consultation,
			Patient patient) {
		Question question = consultation.question();
		String path = "/api/v1/consultations/" + consultation.id();
		return new SubmittedConsultation(VERSION, deliveryId, submission, consultation.id(),
				consultation.consultationNumber(), consultation.type(), consultation.submission().urgency(),
				consultation.submission().submittedAt(), consultation.dueAt(), Side.of(consultation.applicant()),
				consultation.submission().doctor(), Side.of(consultation.center()), PatientPart.of(patient),
				question.department(), question.purpose(), question.clinicalSummary(), question.diagnosis(),
				path + "/report", path + "/attachments");
	}

	/** What is told of a patient must not end up in a log. */
	@Override
	public String toString() {
		return "submission " + this.deliveryId;
	}

}
