package cn.yigongti.consultation.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import cn.yigongti.consultation.consultation.ApplicantDoctor;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Question;
import cn.yigongti.consultation.consultation.Reported;
import cn.yigongti.consultation.consultation.Submission;
import cn.yigongti.consultation.consultation.Urgency;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.consultation.statistics.OpenedCenters.Place;
import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.SealedPatient;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves consultations as use cases do: locked, through the aggregate, with its reports.
 */
record Cases(JdbcClient jdbc, Consultations consultations) {

	static final Duration DUE = Duration.ofHours(24);

	private static final Question QUESTION = new Question("影像科", "明确诊断", "咳嗽三天", new Diagnosis("J20.900", "急性支气管炎"));

	private static final SealedPatient PATIENT = new SealedPatient("sealed", "name", List.of(), "sealed", "number", "1",
			LocalDate.of(1990, 1, 1), null, null);

	UUID submit(Place center, Party applicant, ConsultationType type, Instant at, boolean imported) {
		Submission submission = new Submission(type, Urgency.ROUTINE, applicant,
				new ApplicantDoctor(UUID.randomUUID(), "李医生", null), center.id(), center.organization(), PATIENT, at,
				imported);
		return this.consultations
			.save(Consultation.submit(submission, QUESTION, "HZ" + UUID.randomUUID(), at.plus(DUE), Instant.now()))
			.id();
	}

	/** One legal move of a consultation that nobody else moves meanwhile. */
	void move(UUID id, Consumer<Consultation> move) {
		Consultation consultation = this.consultations.lockById(id).orElseThrow();
		move.accept(consultation);
		this.consultations.save(consultation);
	}

	void accept(UUID id) {
		move(id, (consultation) -> consultation.accept(Instant.now()));
	}

	/** The first report, so long after submission, or an amendment. */
	void report(UUID id, UUID doctor, Duration after) {
		Consultation consultation = this.consultations.lockById(id).orElseThrow();
		Reported before = consultation.reported();
		Reported report = new Reported((before != null) ? before.version() + 1 : 1, doctor, "王医生");
		Instant at = consultation.submission().submittedAt().plus(after);
		consultation.report(report, false, at, Instant.now());
		this.consultations.save(consultation);
		this.jdbc
			.sql("""
					insert into consultation_report (id, consultation_id, version, findings, opinion, critical_value,
						doctor_id, doctor_name, source, amendment_reason, signed_at, recorded_at)
					values (gen_random_uuid(), :id, :version, '', '', false, :doctor, '王医生', 'CENTER', :reason, :at, :at)""")
			.param("id", id)
			.param("version", report.version())
			.param("doctor", doctor)
			.param("reason", (before != null) ? "更正" : null)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** From submission to first report. */
	UUID reported(Place center, Party applicant, ConsultationType type, Instant at, UUID doctor, Duration after) {
		UUID id = submit(center, applicant, type, at, false);
		accept(id);
		if (type.isScheduled()) {
			move(id, (consultation) -> consultation.schedule(at.plusSeconds(60), Instant.now()));
		}
		report(id, doctor, after);
		return id;
	}

}
