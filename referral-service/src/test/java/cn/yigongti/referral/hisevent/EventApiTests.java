package cn.yigongti.referral.hisevent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ReferralServiceTest
class EventApiTests {

	private static final String REFERRALS = "/api/v1/referrals/";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private final Instant applied = Instant.now().minus(Duration.ofDays(2));

	private County county;

	private String id = "";

	private String number = "";

	EventApiTests(RestTestClient http, PeerServer peers, JdbcClient jdbc) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void apply() {
		this.county = County.related(this.http, this.peers);
		Answer referral = this.county.importer().post("/api/v1/referrals", this.county.history(3)).is(201);
		this.id = referral.text("id");
		this.number = referral.text("referralNumber");
	}

	@Test
	void walksFromTheVisitToTheDischarge() {
		assertThat(report("OUTPATIENT_VISITED", 1).is(200).text("outcome")).isEqualTo("APPLIED");
		report("OUTPATIENT_COMPLETED", 2).is(200);
		report("ADMITTED", 3).is(200);
		Answer last = report("DISCHARGED", 20).is(200);
		JsonNode referral = last.body().path("referral");
		assertThat(referral.path("status").asString()).isEqualTo("DISCHARGED");
		assertThat(referral.path("outpatientNumber").asString()).isEqualTo("MZ1");
		assertThat(referral.path("outpatientDiagnosis").path("code").asString()).isEqualTo("J18.900");
		assertThat(referral.path("inpatientDepartment").asString()).isEqualTo("呼吸内科一病区");
		assertThat(Instant.parse(referral.path("visitedAt").asString())).isEqualTo(hour(1));
		assertThat(Instant.parse(referral.path("dischargedAt").asString())).isEqualTo(hour(20));
		assertThat(moves()).containsExactly("-APPLIED", "APPLIED-OUTPATIENT_VISITED",
				"OUTPATIENT_VISITED-OUTPATIENT_COMPLETED", "OUTPATIENT_COMPLETED-ADMITTED", "ADMITTED-DISCHARGED");
	}

	@Test
	void parksTheDischargeUntilTheAdmissionComes() {
		Answer parked = report("DISCHARGED", 20).is(202);
		assertThat(parked.text("outcome")).isEqualTo("PARKED");
		assertThat(parked.body().path("referral").path("status").asString()).isEqualTo("APPLIED");
		Answer admitted = report("ADMITTED", 3).is(200);
		assertThat(admitted.text("outcome")).isEqualTo("APPLIED");
		assertThat(admitted.body().path("referral").path("status").asString()).isEqualTo("DISCHARGED");
	}

	@Test
	void recordsALateVisitIntoTheHistory() {
		report("ADMITTED", 3).is(200);
		Answer late = report("OUTPATIENT_VISITED", 1).is(200);
		assertThat(late.text("outcome")).isEqualTo("RECORDED");
		assertThat(late.body().path("referral").path("status").asString()).isEqualTo("ADMITTED");
		assertThat(late.body().path("referral").path("outpatientNumber").asString()).isEqualTo("MZ1");
		assertThat(moves()).containsExactly("-APPLIED", "APPLIED-OUTPATIENT_VISITED", "OUTPATIENT_VISITED-ADMITTED");
		assertThat(this.jdbc.sql("select count(*) from referral_move where referral_id = cast(:id as uuid)")
			.param("id", this.id)
			.query(Integer.class)
			.single()).as("the old path is kept").isEqualTo(4);
	}

	@Test
	void refusesWhatCanNotBeReachedAndKeepsIt() {
		report("ADMITTED", 3).is(200);
		report("DISCHARGED", 20).is(200);
		ObjectNode visit = event("OUTPATIENT_VISITED", 30);
		Answer refused = send(visit).is(409, "illegal-transition");
		assertThat(refused.text("currentStatus")).isEqualTo("DISCHARGED");
		assertThat(refused.body().path("legal").valueStream().map(JsonNode::asString))
			.containsExactly("DISCHARGE_CANCELLED", "RETURNED");
		send(visit).is(409, "illegal-transition");
		assertThat(this.jdbc.sql("select first_outcome from hospital_event where event_id = :id")
			.param("id", visit.path("eventId").asString())
			.query(String.class)
			.list()).containsExactly("REFUSED");
	}

	@Test
	void refusesAVisitAfterTheValidity() {
		Answer old = this.county.importer().post("/api/v1/referrals", this.county.history(30)).is(201);
		this.id = old.text("id");
		Instant tooLate = Instant.parse(old.text("validUntil")).plusSeconds(1);
		send(this.county.event("OUTPATIENT_VISITED", tooLate)).is(409, "illegal-transition");
		send(this.county.event("OUTPATIENT_VISITED", tooLate.minusSeconds(1))).is(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "APPLIED", "RETURNED", "EXPIRED" })
	void refusesWhatIsNotTheHospitalsToReport(String type) {
		report(type, 3).is(409, "illegal-transition");
	}

	@Test
	void answersADuplicateLikeTheFirstTime() {
		ObjectNode admission = event("ADMITTED", 3);
		send(admission).is(200);
		Answer again = send(admission).is(200);
		assertThat(again.text("outcome")).isEqualTo("DUPLICATE");
		assertThat(again.body().path("referral").path("status").asString()).isEqualTo("ADMITTED");
		assertThat(moves()).hasSize(2);
		ObjectNode parked = event("DISCHARGE_CANCELLED", 30);
		send(parked).is(202);
		assertThat(send(parked).is(202).text("outcome")).isEqualTo("DUPLICATE");
	}

	@Test
	void refusesAnEventIdThatSaidSomethingElse() {
		ObjectNode admission = event("ADMITTED", 3);
		send(admission).is(200);
		send(admission.deepCopy().put("inpatientNumber", "ZY2")).is(409, "event-id-reused");
		String other = this.county.importer().post("/api/v1/referrals", this.county.history(3)).is(201).text("id");
		this.county.peoplesHis().post(REFERRALS + other + "/events", admission).is(409, "event-id-reused");
	}

	@Test
	void takesTheSameEventOnceHoweverOftenItComesAtTheSameTime() throws Exception {
		ObjectNode admission = event("ADMITTED", 3);
		try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
			Callable<Answer> one = () -> send(admission);
			List<String> outcomes = senders.invokeAll(List.of(one, one, one, one))
				.stream()
				.map(Future::resultNow)
				.map((answer) -> answer.is(200).text("outcome"))
				.toList();
			assertThat(outcomes).containsExactlyInAnyOrder("APPLIED", "DUPLICATE", "DUPLICATE", "DUPLICATE");
		}
	}

	@ParameterizedTest
	@CsvSource({ "OUTPATIENT_VISITED, outpatientNumber", "OUTPATIENT_COMPLETED, diagnosis", "ADMITTED, inpatientNumber",
			"ADMITTED, department" })
	void wantsWhatTheTypeNeeds(String type, String field) {
		ObjectNode event = event(type, 1);
		event.remove(field);
		send(event).is(422, "invalid").blames("/" + field, "required");
	}

	@Test
	void wantsATimeBetweenTheApplicationAndNow() {
		send(event("ADMITTED", -40)).is(422, "invalid").blames("/occurredAt", "before-application");
		send(this.county.event("ADMITTED", Instant.now().plus(Duration.ofMinutes(6)))).is(422, "invalid")
			.blames("/occurredAt", "future");
		send(this.county.event("ADMITTED", Instant.now().plus(Duration.ofMinutes(4)))).is(200);
	}

	@Test
	void takesEventsFromTheReceiversSideOnly() {
		ObjectNode admission = event("ADMITTED", 3);
		String events = REFERRALS + this.id + "/events";
		this.county.his(this.county.township).post(events, admission).is(404, "not-found");
		this.county.stranger().post(events, admission).is(404, "not-found");
		this.county.townshipDoctor().post(events, admission).is(403, "permission-missing");
		this.county.peoplesHis().post(REFERRALS + UUID.randomUUID() + "/events", admission).is(404, "not-found");
	}

	@Test
	void movesNothingAfterTheReturn() {
		report("ADMITTED", 3).is(200);
		report("DISCHARGED", 20).is(200);
		this.county.peoplesDoctor()
			.post(REFERRALS + this.id + "/return", Map.of("summary", "好转", "plan", "随访"))
			.is(200);
		Answer late = report("OUTPATIENT_VISITED", 1).is(200);
		assertThat(late.text("outcome")).isEqualTo("RECORDED");
		assertThat(late.body().path("referral").path("status").asString()).isEqualTo("RETURNED");
		assertThat(late.body().path("referral").path("outpatientNumber").asString()).isEqualTo("MZ1");
		send(this.county.event("DISCHARGE_CANCELLED", Instant.now().plusSeconds(60))).is(409, "illegal-transition");
		assertThat(moves()).endsWith("DISCHARGED-RETURNED").hasSize(4);
	}

	@Test
	void answersEachOfManyForItself() {
		ObjectNode body = event("ADMITTED", 3).objectNode();
		var items = body.putArray("items");
		items.add(event("DISCHARGED", 20).put("referralNumber", this.number));
		items.add(event("ADMITTED", 3).put("referralNumber", "R20200101-000000"));
		items.add(event("ADMITTED", 3).put("referralNumber", this.number));
		ObjectNode incomplete = event("ADMITTED", 4).put("referralNumber", this.number);
		incomplete.remove("department");
		items.add(incomplete);
		items.add(body.objectNode().put("referralNumber", this.number));
		Answer answer = this.county.peoplesHis()
			.call(HttpMethod.POST, "/api/v1/referral-events", body,
					Map.of("Idempotency-Key", UUID.randomUUID().toString()))
			.is(200);
		JsonNode answers = answer.body().path("items");
		assertThat(answers.valueStream().map((item) -> item.path("status").asInt())).containsExactly(202, 404, 200, 422,
				422);
		assertThat(answers.get(2).path("referralStatus").asString()).isEqualTo("DISCHARGED");
		assertThat(answers.get(3).path("problem").path("errors").get(0).path("pointer").asString())
			.isEqualTo("/department");
		assertThat(answers.get(4)
			.path("problem")
			.path("errors")
			.valueStream()
			.map((error) -> error.path("pointer").asString() + " " + error.path("code").asString()))
			.contains("/source not-blank", "/type not-null");
		assertThat(moves()).containsExactly("-APPLIED", "APPLIED-ADMITTED", "ADMITTED-DISCHARGED");
	}

	@Test
	void refusesTooManyAtOnce() {
		ObjectNode body = event("ADMITTED", 3).objectNode();
		var items = body.putArray("items");
		for (int i = 0; i < 501; i++) {
			items.addObject();
		}
		this.county.peoplesHis().post("/api/v1/referral-events", body).is(422, "invalid").blames("/items", "size");
	}

	private Instant hour(int hour) {
		return Instant.ofEpochSecond(this.applied.getEpochSecond()).plus(Duration.ofHours(hour));
	}

	private ObjectNode event(String type, int hour) {
		return this.county.event(type, hour(hour));
	}

	private Answer report(String type, int hour) {
		return send(event(type, hour));
	}

	private Answer send(ObjectNode event) {
		return this.county.peoplesHis().post(REFERRALS + this.id + "/events", event);
	}

	private List<String> moves() {
		return this.county.peoplesDoctor()
			.get(REFERRALS + this.id + "/history")
			.is(200)
			.body()
			.path("items")
			.valueStream()
			.map((move) -> move.path("from").asString("") + "-" + move.path("to").asString(""))
			.toList();
	}

}
