package cn.yigongti.referral.application;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.referral.County;
import cn.yigongti.referral.PeerServices;
import cn.yigongti.referral.PeerServices.Place;
import cn.yigongti.referral.ReferralServiceTest;
import cn.yigongti.referral.directory.Tier;
import cn.yigongti.referral.referral.Referral;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ReferralServiceTest
class ApplicationApiTests {

	private static final String REFERRALS = "/api/v1/referrals";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private County county;

	ApplicationApiTests(RestTestClient http, PeerServer peers, JdbcClient jdbc) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.related(this.http, this.peers);
	}

	@Test
	void takesAnApplicationAndShowsThePatientMasked() {
		ObjectNode application = this.county.application();
		Answer applied = this.county.townshipDoctor().post(REFERRALS, application).is(201);
		assertThat(applied.headers().getFirst("Location")).isEqualTo(REFERRALS + "/" + applied.text("id"));
		assertThat(applied.text("referralNumber")).matches("R\\d{8}-\\d{6,}");
		assertThat(applied.text("status")).isEqualTo("APPLIED");
		assertThat(applied.text("sourceName")).isEqualTo("临江镇卫生院");
		assertThat(applied.text("doctorName")).isEqualTo("李刚");
		assertThat(applied.text("doctorDepartment")).isEqualTo("全科");
		assertThat(applied.text("targetName")).isEqualTo("县人民医院");
		assertThat(applied.body().path("imported").asBoolean()).isFalse();
		assertThat(applied.body().path("patient").path("name").asString()).isEqualTo("张**");
		assertThat(applied.body().path("patient").path("idNumber").asString()).contains("********");
		assertThat(applied.body().path("patient").path("phone").asString()).isEqualTo("138****0001");
		Answer read = this.county.peoplesDoctor().get(REFERRALS + "/" + applied.text("id")).is(200);
		assertThat(read.body()).isEqualTo(applied.body());
		assertThat(read.etag()).isEqualTo(applied.etag());
	}

	@Test
	void keepsNoPersonalDataInPlainText() {
		ObjectNode application = this.county.application();
		String id = this.county.townshipDoctor().post(REFERRALS, application).is(201).text("id");
		String row = this.jdbc.sql("select referral::text from referral where id = cast(:id as uuid)")
			.param("id", id)
			.query(String.class)
			.single();
		assertThat(row).doesNotContain("张三丰", "13800000001", application.path("patient").path("idNumber").asString());
	}

	@Test
	void isGoodForTheDaysOfTheConsortium() {
		PeerServices.consortium(this.peers, this.county.consortium, 3, List.of());
		ObjectNode application = this.county.application();
		Instant appointment = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
		Answer applied = this.county.townshipDoctor()
			.post(REFERRALS, application.put("appointmentAt", appointment.toString()))
			.is(201);
		Instant validUntil = Instant.parse(applied.text("validUntil"));
		assertThat(validUntil).isBetween(appointment.plus(Duration.ofDays(3)), appointment.plus(Duration.ofDays(4)));
	}

	@Test
	void refersToNobodyForADayOnWhichTheyWillHaveClosed() {
		Place closing = new Place(UUID.randomUUID(), "县妇幼保健院", Tier.COUNTY, "500229003", this.county.consortium,
				"ACTIVE");
		LocalDate closedOn = LocalDate.now(Referral.ZONE).plusDays(10);
		PeerServices.closing(this.peers, closing, closedOn);
		this.county.administrator()
			.post("/api/v1/referral-relations",
					Map.of("sourceId", this.county.township.id(), "targetId", closing.id(), "type", "UP"))
			.is(201);
		ObjectNode application = this.county.application().put("targetId", closing.id().toString());
		Instant firstMoment = closedOn.atStartOfDay(Referral.ZONE).toInstant();
		this.county.townshipDoctor()
			.post(REFERRALS, application.put("appointmentAt", firstMoment.toString()))
			.is(422, "invalid")
			.blames("/appointmentAt", "target-closes");
		this.county.townshipDoctor()
			.post(REFERRALS, application.put("appointmentAt", firstMoment.minusSeconds(1).toString()))
			.is(201);
	}

	@Test
	void wantsARelationThatIsEnabled() {
		ObjectNode toTcm = this.county.application().put("targetId", this.county.tcm.id().toString());
		this.county.townshipDoctor().post(REFERRALS, toTcm).is(422, "relation-missing");
		this.county.townshipDoctor()
			.post(REFERRALS, this.county.application().put("targetId", UUID.randomUUID().toString()))
			.is(422, "relation-missing");
		Answer relation = this.county.administrator()
			.get("/api/v1/referral-relations?sourceId=%s&type=UP".formatted(this.county.township.id()));
		String id = relation.body().path("items").get(0).path("id").asString();
		String one = "/api/v1/referral-relations/" + id;
		String version = this.county.administrator().get(one).etag();
		this.county.administrator().patch(one, version, Map.of("enabled", false)).is(200);
		this.county.townshipDoctor().post(REFERRALS, this.county.application()).is(422, "relation-missing");
	}

	@ParameterizedTest
	@CsvSource({ "DOWN", "SAME_LEVEL" })
	void wantsATypeThatAgreesWithTheTiers(String type) {
		this.county.townshipDoctor()
			.post(REFERRALS, this.county.application().put("type", type))
			.is(422, "type-against-tier");
	}

	@Test
	void saysWhichCharacterOfTheResidentIdIsWrong() {
		ObjectNode application = this.county.application();
		((ObjectNode) application.path("patient")).put("idNumber", "500229190001010018");
		Answer refused = this.county.townshipDoctor().post(REFERRALS, application).is(422, "invalid");
		refused.blames("/patient/idNumber", "check-digit");
		assertThat(refused.body().path("errors").get(0).path("detail").asString()).contains("18");
	}

	@ParameterizedTest
	@CsvSource({ "birthDate, 1980-05-05", "gender, 2" })
	void wantsBirthDateAndGenderToAgreeWithTheResidentId(String field, String value) {
		ObjectNode application = this.county.application();
		((ObjectNode) application.path("patient")).put("idNumber", "500229190001010019").put(field, value);
		this.county.townshipDoctor()
			.post(REFERRALS, application)
			.is(422, "invalid")
			.blames("/patient/" + field, "disagrees-with-id-number");
	}

	@ParameterizedTest
	@CsvSource({ "code, j20, icd-10", "code, J2, icd-10", "code, J20.9001, icd-10", "text, '', not-blank" })
	void wantsADiagnosis(String field, String value, String code) {
		ObjectNode application = this.county.application();
		((ObjectNode) application.path("diagnosis")).put(field, value);
		this.county.townshipDoctor()
			.post(REFERRALS, application)
			.is(422, "invalid")
			.blames("/diagnosis/" + field, code);
	}

	@Test
	void wantsEveryFieldWithinBounds() {
		Answer refused = this.county.townshipDoctor().post(REFERRALS, Map.of()).is(422, "invalid");
		for (String field : List.of("targetId", "type", "patient", "diagnosis", "appointmentAt")) {
			refused.blames("/" + field, "not-null");
		}
		refused.blames("/department", "not-blank");
		this.county.townshipDoctor()
			.post(REFERRALS, this.county.application().put("department", "科".repeat(51)))
			.is(422, "invalid")
			.blames("/department", "size");
		this.county.townshipDoctor()
			.post(REFERRALS, this.county.application().put("urgent", true))
			.is(400, "unknown-field");
		this.county.townshipDoctor()
			.post(REFERRALS, this.county.application().put("type", "SIDEWAYS"))
			.is(400, "malformed");
	}

	@Test
	void wantsAnAppointmentInTheNearFuture() {
		Instant now = Instant.now();
		ObjectNode application = this.county.application();
		this.county.townshipDoctor()
			.post(REFERRALS, application.put("appointmentAt", now.minus(Duration.ofHours(1)).toString()))
			.is(422, "invalid")
			.blames("/appointmentAt", "past");
		this.county.townshipDoctor()
			.post(REFERRALS, application.put("appointmentAt", now.plus(Duration.ofDays(91)).toString()))
			.is(422, "invalid")
			.blames("/appointmentAt", "too-far-ahead");
	}

	@Test
	void wantsADoctorOfTheSource() {
		UUID inactive = UUID.randomUUID();
		this.county.doctorAt(this.county.township, inactive, false);
		UUID elsewhere = UUID.randomUUID();
		this.county.doctorAt(this.county.peoples, elsewhere, true);
		UUID gone = UUID.randomUUID();
		this.county.doctorAt(this.county.township, gone, true);
		this.county.hasGone(gone, this.county.peoples);
		ObjectNode application = this.county.application();
		for (UUID absent : List.of(inactive, gone)) {
			this.county.townshipDoctor()
				.post(REFERRALS, application.put("doctorId", absent.toString()))
				.is(422, "invalid")
				.blames("/doctorId", "inactive");
		}
		for (UUID foreign : List.of(elsewhere, UUID.randomUUID())) {
			this.county.townshipDoctor()
				.post(REFERRALS, application.put("doctorId", foreign.toString()))
				.is(422, "invalid")
				.blames("/doctorId", "not-a-doctor-of-the-source");
		}
	}

	@Test
	void pointsToTheOpenReferralOfTheSamePatient() {
		ObjectNode application = this.county.application();
		String open = this.county.townshipDoctor().post(REFERRALS, application).is(201).text("id");
		Answer refused = this.county.townshipDoctor().post(REFERRALS, application).is(409, "duplicate-referral");
		assertThat(refused.body().path("openReferral").path("href").asString()).isEqualTo(REFERRALS + "/" + open);
		this.county.townshipDoctor().post(REFERRALS, application.put("department", "骨科")).is(201);
		this.county.townshipDoctor().post(REFERRALS + "/" + open + "/void", Map.of("reason", "改约")).is(200);
		this.county.townshipDoctor().post(REFERRALS, application.put("department", "呼吸内科")).is(201);
	}

	@Test
	void takesOneOfManyApplicationsForThePatientAtTheSameTime() throws Exception {
		ObjectNode application = this.county.application();
		Calls doctor = this.county.townshipDoctor();
		try (ExecutorService clicks = Executors.newFixedThreadPool(4)) {
			Callable<Answer> one = () -> doctor.post(REFERRALS, application);
			List<Integer> statuses = clicks.invokeAll(List.of(one, one, one, one))
				.stream()
				.map(Future::resultNow)
				.map(Answer::status)
				.toList();
			assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
		}
	}

	@Test
	void replaysTheAnswerForTheSameIdempotencyKey() {
		ObjectNode application = this.county.application();
		Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
		Calls doctor = this.county.townshipDoctor();
		Answer first = doctor.call(HttpMethod.POST, REFERRALS, application, key).is(201);
		Answer again = doctor.call(HttpMethod.POST, REFERRALS, application, key).is(201);
		assertThat(again.text("id")).isEqualTo(first.text("id"));
		assertThat(again.headers().getFirst("Idempotent-Replay")).isEqualTo("true");
	}

	@Test
	void takesHistoryFromAnImporterOnly() {
		ObjectNode history = this.county.history(400);
		this.county.townshipDoctor().post(REFERRALS, history).is(403, "permission-missing");
		Answer imported = this.county.importer().post(REFERRALS, history).is(201);
		assertThat(imported.body().path("imported").asBoolean()).isTrue();
		assertThat(imported.text("appliedAt")).isEqualTo(history.path("appliedAt").asString());
		this.county.importer()
			.post(REFERRALS, this.county.history(1).put("appliedAt", Instant.now().plusSeconds(60).toString()))
			.is(422, "invalid")
			.blames("/appliedAt", "future");
		ObjectNode foreign = this.county.history(5);
		foreign.put("sourceId", County.related(this.http, this.peers).township.id().toString());
		this.county.importer().post(REFERRALS, foreign).is(404, "not-found");
	}

	@Test
	void leavesNothingHalfDoneWhenAPeerIsDown() {
		UUID doctor = UUID.randomUUID();
		PeerServices.down(this.peers, "/api/v1/users/" + doctor);
		ObjectNode application = this.county.application();
		Answer down = this.county.townshipDoctor()
			.post(REFERRALS, application.deepCopy().put("doctorId", doctor.toString()))
			.is(503, "dependency-unavailable");
		assertThat(down.headers().getFirst("Retry-After")).isNotEmpty();
		this.county.townshipDoctor().post(REFERRALS, application).is(201);
	}

	@Test
	void changesTheLetterAsLongAsThePatientHasNotCome() {
		Answer applied = this.county.townshipDoctor().post(REFERRALS, this.county.application()).is(201);
		String one = REFERRALS + "/" + applied.text("id");
		Instant later = Instant.parse(applied.text("appointmentAt")).plus(Duration.ofDays(2));
		Answer changed = this.county.townshipDoctor()
			.patch(one, applied.etag(), Map.of("advice", "先做检查", "appointmentAt", later.toString()))
			.is(200);
		assertThat(changed.text("advice")).isEqualTo("先做检查");
		assertThat(Instant.parse(changed.text("validUntil")))
			.isEqualTo(Instant.parse(applied.text("validUntil")).plus(Duration.ofDays(2)));
		this.county.townshipDoctor().patch(one, applied.etag(), Map.of("advice", "又改")).is(412, "stale-version");
		this.county.townshipDoctor().call(HttpMethod.PATCH, one, Map.of(), Map.of()).is(428, "version-required");
		this.county.townshipDoctor().patch(one, changed.etag(), Map.of("targetId", "x")).is(400, "unknown-field");
		this.county.peoplesDoctor().patch(one, changed.etag(), Map.of("advice", "不行")).is(403, "wrong-side");
		this.county.stranger().patch(one, changed.etag(), Map.of("advice", "不行")).is(404, "not-found");
		this.county.peoplesHis().post(one + "/events", this.county.event("OUTPATIENT_VISITED", Instant.now())).is(200);
		this.county.townshipDoctor().patch(one, "*", Map.of("advice", "晚了")).is(409, "not-amendable");
	}

	@Test
	void unmasksForWhoMayAndSaysWhyAndRemembersIt() {
		String id = this.county.applied();
		String one = REFERRALS + "/" + id;
		this.county.townshipDoctor().get(one + "?unmask=true&reason=x").is(403, "permission-missing");
		Calls auditor = this.county
			.as(TestTokens.user().mayInConsortium(this.county.consortium, "referral:read", "referral:unmask"));
		auditor.get(one + "?unmask=true").is(400, "invalid-parameter").blames("/reason", "required");
		Answer unmasked = auditor.get(one + "?unmask=true&reason=联系患者").is(200);
		assertThat(unmasked.body().path("patient").path("name").asString()).isEqualTo("张三丰");
		assertThat(
				this.jdbc.sql("select reason from audit_event where action = 'referral:unmask' and resource_id = :id")
					.param("id", id)
					.query(String.class)
					.list())
			.containsExactly("联系患者");
	}

	@Test
	void doesNotExistForStrangers() {
		String one = REFERRALS + "/" + this.county.applied();
		for (String path : List.of("", "/history", "/actions")) {
			this.county.stranger().get(one + path).is(404, "not-found");
		}
		this.county.stranger().post(one + "/void", Map.of("reason", "x")).is(404, "not-found");
		this.county.stranger().post(one + "/return", Map.of("summary", "x", "plan", "y")).is(404, "not-found");
		this.county.villageDoctor().get(one).is(404, "not-found");
		this.county.townshipDoctor().get(REFERRALS + "/not-a-uuid").is(404, "not-found");
	}

}
