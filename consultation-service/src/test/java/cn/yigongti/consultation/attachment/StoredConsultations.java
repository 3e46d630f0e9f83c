package cn.yigongti.consultation.attachment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import cn.yigongti.consultation.consultation.ApplicantDoctor;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Question;
import cn.yigongti.consultation.consultation.Reported;
import cn.yigongti.consultation.consultation.Submission;
import cn.yigongti.consultation.consultation.Urgency;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.Patient;
import cn.yigongti.patient.PatientSeal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Consultations as they stand in the database, with parties of their own. */
public final class StoredConsultations {

	public static final Patient PATIENT = new Patient("张䶮丰", "500229190001010019", "1", LocalDate.of(1900, 1, 1),
			"13800000001");

	private final Consultations consultations;

	private final JdbcClient jdbc;

	private final PatientSeal seal;

	public final Party applicant = new Party(UUID.randomUUID(), "临江镇卫生院", Tier.TOWNSHIP, UUID.randomUUID(),
			"500229101");

	public final Party center = new Party(UUID.randomUUID(), "县人民医院", Tier.COUNTY, this.applicant.consortiumId(),
			"500229001");

	public final UUID reporter = UUID.randomUUID();

	public StoredConsultations(Consultations consultations, JdbcClient jdbc, PatientSeal seal) {
		this.consultations = consultations;
		this.jdbc = jdbc;
		this.seal = seal;
	}

	/** One that has come to a status by legal moves. */
	public Consultation at(ConsultationStatus status) {
		Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
		Consultation consultation = Consultation.submit(submission(now, status == ConsultationStatus.SCHEDULED),
				new Question("影像科", "明确诊断", "咳嗽三天，加重一天", new Diagnosis("J20.900", "急性支气管炎")), "C-" + UUID.randomUUID(),
				now.plus(Duration.ofHours(24)), now);
		switch (status) {
			case SUBMITTED -> {
			}
			case ACCEPTED -> consultation.accept(now);
			case SCHEDULED -> {
				consultation.accept(now);
				consultation.schedule(now, now);
			}
			case SENT_BACK -> consultation.sendBack(now);
			case REPORTED -> {
				consultation.accept(now);
				consultation.report(new Reported(1, this.reporter, "王主任"), false, now, now);
			}
			case DECLINED -> consultation.decline("设备检修", now, now);
			case CANCELLED -> consultation.cancel("患者转院", now, now);
		}
		return this.consultations.save(consultation);
	}

	private Submission submission(Instant now, boolean scheduled) {
		return new Submission(scheduled ? ConsultationType.CLINICAL : ConsultationType.IMAGING, Urgency.ROUTINE,
				this.applicant, new ApplicantDoctor(UUID.randomUUID(), "李刚", "全科"), centerId(), this.center,
				this.seal.seal(PATIENT), now, false);
	}

	private UUID centerId() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into consultation_center values (:id, :consortium, :organization, '县人民医院', 'COUNTY', :consortium,
					'500229001', '', '{}', false, null, now(), now(), 0)""")
			.param("id", id)
			.param("consortium", UUID.randomUUID())
			.param("organization", this.center.id())
			.update();
		return id;
	}

}
