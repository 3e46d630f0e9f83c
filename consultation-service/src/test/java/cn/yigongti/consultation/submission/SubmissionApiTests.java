package cn.yigongti.consultation.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class SubmissionApiTests {

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private County county;

	private UUID center = UUID.randomUUID();

	SubmissionApiTests(RestTestClient http, PeerServer peers, JdbcClient jdbc) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.unrelated(this.http, this.peers);
		this.center = this.county.related();
	}

	@Test
	void submitsAndShowsThePatientMasked() {
		ObjectNode application = this.county.application(this.center);
		Calls.Answer answer = this.county.townshipDoctor().post(CONSULTATIONS, application).is(201);
		assertThat(answer.text("consultationNumber")).matches("C\\d{8}-\\d{6}");
		assertThat(answer.text("status")).isEqualTo("SUBMITTED");
		assertThat(answer.text("applicantName")).isEqualTo("临江镇卫生院");
		assertThat(answer.text("applicantDoctorName")).isEqualTo("李刚");
		assertThat(answer.text("centerOrganizationName")).isEqualTo("县人民医院");
		assertThat(answer.body().path("patient").path("name").asString()).isEqualTo("张**");
		assertThat(answer.body().path("patient").path("phone").asString()).isEqualTo("138****0001");
		String uri = CONSULTATIONS + "/" + answer.text("id");
		assertThat(answer.headers().getFirst("Location")).isEqualTo(uri);
		assertThat(this.county.peoplesDoctor().get(uri).is(200).etag()).isEqualTo(answer.etag());
		assertThat(this.jdbc.sql("select patient_name from consultation where id = cast(:id as uuid)")
			.param("id", answer.text("id"))
			.query(String.class)
			.single()).doesNotContain("张");
	}

	@ParameterizedTest
	@CsvSource({ "IMAGING, EMERGENCY, 30", "IMAGING, ROUTINE, 1440", "ECG, ROUTINE, 30", "CLINICAL, ROUTINE, 2880" })
	void isDueByTypeAndUrgency(String type, String urgency, long minutes) {
		ObjectNode application = this.county.application(this.center).put("type", type).put("urgency", urgency);
		Calls.Answer answer = this.county.townshipDoctor().post(CONSULTATIONS, application).is(201);
		assertThat(Duration.between(Instant.parse(answer.text("submittedAt")), Instant.parse(answer.text("dueAt"))))
			.isEqualTo(Duration.ofMinutes(minutes));
	}

	@Test
	void needsARelation() {
		UUID other = this.county.tcmCenter();
		this.county.townshipDoctor().post(CONSULTATIONS, this.county.application(other)).is(422, "relation-missing");
		this.county.townshipDoctor()
			.post(CONSULTATIONS, this.county.application(UUID.randomUUID()))
			.is(422, "relation-missing");
	}

	@Test
	void needsADoctorWhoIsThere() {
		UUID gone = this.county.doctorAt(this.county.township, "周明", false);
		ObjectNode application = this.county.application(this.center).put("applicantDoctorId", gone.toString());
		this.county.townshipDoctor()
			.post(CONSULTATIONS, application)
			.is(422, "invalid")
			.blames("/applicantDoctorId", "inactive");
		application.put("applicantDoctorId", this.county.peoplesDoctorId().toString());
		this.county.townshipDoctor()
			.post(CONSULTATIONS, application)
			.is(422, "invalid")
			.blames("/applicantDoctorId", "not-a-doctor-of-the-applicant");
	}

	@Test
	void saysWhichCharacterOfAResidentIdIsWrong() {
		ObjectNode application = this.county.application(this.center);
		((ObjectNode) application.path("patient")).put("idNumber", "500229190001010018");
		this.county.townshipDoctor()
			.post(CONSULTATIONS, application)
			.is(422, "invalid")
			.blames("/patient/idNumber", "check-digit");
	}

	@Test
	void appliesForNobodyElse() {
		ObjectNode application = this.county.application(this.center)
			.put("applicantId", this.county.village.id().toString());
		this.county.townshipDoctor().post(CONSULTATIONS, application).is(404, "not-found");
		this.county.stranger()
			.post(CONSULTATIONS,
					this.county.application(this.center).put("applicantId", this.county.township.id().toString()))
			.is(404, "not-found");
	}

	@Test
	void bringsHistoryAlongForImportersOnly() {
		ObjectNode history = this.county.history(this.center, 400);
		this.county.townshipDoctor().post(CONSULTATIONS, history).is(403, "permission-missing");
		Calls.Answer answer = this.county.importer().post(CONSULTATIONS, history).is(201);
		assertThat(answer.body().path("imported").asBoolean()).isTrue();
		assertThat(answer.text("submittedAt")).isEqualTo(history.path("submittedAt").asString());
		String step = CONSULTATIONS + "/" + answer.text("id") + "/acceptance";
		String accepted = Instant.parse(answer.text("submittedAt")).plus(Duration.ofMinutes(10)).toString();
		this.county.peoplesDoctor().post(step, Map.of("occurredAt", accepted)).is(403, "permission-missing");
		this.county.importer()
			.post(step, Map.of("occurredAt", Instant.parse(answer.text("submittedAt")).minusSeconds(1).toString()))
			.is(422, "invalid")
			.blames("/occurredAt", "before-last-move");
		this.county.importer().post(step, Map.of("occurredAt", accepted)).is(200);
	}

	@Test
	void letsTheApplicantChangeWhatIsAskedUntilItIsTakenOn() {
		Calls.Answer submitted = this.county.townshipDoctor()
			.post(CONSULTATIONS, this.county.application(this.center))
			.is(201);
		String uri = CONSULTATIONS + "/" + submitted.text("id");
		this.county.peoplesDoctor().patch(uri, submitted.etag(), Map.of("purpose", "x")).is(403, "wrong-side");
		Calls.Answer changed = this.county.townshipDoctor()
			.patch(uri, submitted.etag(), Map.of("purpose", "请看片"))
			.is(200);
		assertThat(changed.text("purpose")).isEqualTo("请看片");
		this.county.townshipDoctor().patch(uri, submitted.etag(), Map.of("purpose", "旧")).is(412, "stale-version");
		this.county.peoplesDoctor().post(uri + "/acceptance", Map.of()).is(200);
		this.county.townshipDoctor()
			.patch(uri, this.county.townshipDoctor().get(uri).etag(), Map.of("purpose", "晚了"))
			.is(409, "not-amendable");
	}

}
