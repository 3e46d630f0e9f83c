package cn.yigongti.consultation.handling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class HandlingApiTests {

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private County county;

	private UUID center = UUID.randomUUID();

	HandlingApiTests(RestTestClient http, PeerServer peers, JdbcClient jdbc) {
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
	void isAcceptedTakenAndReported() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		JsonNode claim = this.county.peoplesDoctor().post(uri + "/claim", Map.of()).is(200).body().path("claim");
		assertThat(claim.path("doctorName").asString()).isEqualTo("王主任");
		this.county.peoplesDoctor().post(uri + "/claim", Map.of()).is(200);
		this.county.secondPeoplesDoctor().post(uri + "/claim", Map.of()).is(409, "already-claimed");
		this.county.secondPeoplesDoctor().post(uri + "/report", this.county.report()).is(409, "already-claimed");
		this.county.peoplesDoctor().post(uri + "/report", this.county.report()).is(200);
		assertThat(kinds(uri)).containsExactly("SUBMISSION", "ACCEPTANCE", "CLAIM", "REPORT");
	}

	@Test
	void isReleasedForAnother() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		this.county.peoplesDoctor().post(uri + "/claim", Map.of()).is(200);
		this.county.secondPeoplesDoctor().post(uri + "/release", Map.of()).is(200);
		this.county.secondPeoplesDoctor().post(uri + "/claim", Map.of()).is(200);
	}

	@Test
	void isTakenByReportingDoctorsOnly() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		UUID another = this.county.doctorAt(this.county.peoples, "钱医生", true);
		this.county.doctor(another, this.county.peoples)
			.post(uri + "/claim", Map.of())
			.is(403, "not-a-reporting-doctor");
		this.county.systemOf(this.county.peoples).post(uri + "/claim", Map.of()).is(403, "not-a-reporting-doctor");
		this.county.townshipDoctor().post(uri + "/claim", Map.of()).is(403, "wrong-side");
	}

	@Test
	void isScheduledWhenClinical() {
		ObjectNode application = this.county.application(this.center).put("type", "CLINICAL");
		String uri = CONSULTATIONS + "/"
				+ this.county.townshipDoctor().post(CONSULTATIONS, application).is(201).text("id");
		this.county.peoplesDoctor().post(uri + "/acceptance", Map.of()).is(200);
		Calls.Answer refused = this.county.peoplesDoctor()
			.post(uri + "/report", this.county.report())
			.is(409, "illegal-transition");
		assertThat(refused.body().path("legal").valueStream().map(JsonNode::asString)).contains("SCHEDULED");
		this.county.peoplesDoctor()
			.post(uri + "/schedule", Map.of("scheduledAt", Instant.now().minusSeconds(60).toString()))
			.is(422, "invalid")
			.blames("/scheduledAt", "over");
		String first = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS).toString();
		String second = Instant.now().plusSeconds(7200).truncatedTo(ChronoUnit.SECONDS).toString();
		this.county.peoplesDoctor().post(uri + "/schedule", Map.of("scheduledAt", first)).is(200);
		assertThat(this.county.peoplesDoctor()
			.post(uri + "/schedule", Map.of("scheduledAt", second))
			.is(200)
			.text("scheduledAt")).isEqualTo(second);
		assertThat(this.county.peoplesDoctor().post(uri + "/report", this.county.report()).is(200).text("status"))
			.isEqualTo("REPORTED");
	}

	@Test
	void schedulesNothingElse() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		this.county.peoplesDoctor()
			.post(uri + "/schedule", Map.of("scheduledAt", Instant.now().plusSeconds(3600).toString()))
			.is(409, "illegal-transition");
	}

	@ParameterizedTest
	@CsvSource({ "decline, DECLINED", "cancellation, CANCELLED" })
	void endsByItsSideWithAReason(String step, String status) {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center);
		boolean decline = step.equals("decline");
		Calls side = decline ? this.county.peoplesDoctor() : this.county.townshipDoctor();
		Calls other = decline ? this.county.townshipDoctor() : this.county.peoplesDoctor();
		other.post(uri + "/" + step, Map.of("reason", "x")).is(403, "wrong-side");
		side.post(uri + "/" + step, Map.of("reason", " ")).is(422, "invalid").blames("/reason", "not-blank");
		Calls.Answer ended = side.post(uri + "/" + step, Map.of("reason", "信息不全")).is(200);
		assertThat(ended.text("status")).isEqualTo(status);
		assertThat(ended.text("endReason")).isEqualTo("信息不全");
		side.post(uri + "/" + step, Map.of("reason", "again")).is(409, "illegal-transition");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/acceptance", "/claim", "/release" })
	void isOutOfReachOfStrangers(String step) {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center);
		this.county.stranger().post(uri + step, Map.of()).is(404, "not-found");
	}

	@Test
	void acceptsOnceHoweverManyTry() throws Exception {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center) + "/acceptance";
		AtomicInteger accepted = new AtomicInteger();
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 8; i++) {
				all.execute(() -> {
					if (this.county.peoplesDoctor().post(uri, Map.of()).status() == 200) {
						accepted.incrementAndGet();
					}
				});
			}
		}
		assertThat(accepted).hasValue(1);
	}

	@Test
	void tellsWhatEachSideMayDo() {
		String uri = CONSULTATIONS + "/" + this.county.submitted(this.center);
		assertThat(actions(this.county.townshipDoctor(), uri)).containsExactlyInAnyOrder("AMEND", "CANCELLATION");
		assertThat(actions(this.county.peoplesDoctor(), uri)).containsExactlyInAnyOrder("ACCEPTANCE", "SEND_BACK",
				"DECLINE");
		this.county.peoplesDoctor().post(uri + "/acceptance", Map.of()).is(200);
		assertThat(actions(this.county.peoplesDoctor(), uri)).containsExactlyInAnyOrder("CLAIM", "SEND_BACK", "REPORT");
	}

	@Test
	void auditsEveryStepAboutTheResident() {
		String id = this.county.accepted(this.center);
		assertThat(this.jdbc.sql("select action from audit_event where resource_id = :id and resident_hash is not null")
			.param("id", id)
			.query(String.class)
			.list()).contains("consultation:submit", "consultation:acceptance");
	}

	private static List<String> actions(Calls caller, String uri) {
		return caller.get(uri + "/actions")
			.is(200)
			.body()
			.path("actions")
			.valueStream()
			.map((action) -> action.path("action").asString())
			.toList();
	}

	private List<String> kinds(String uri) {
		return this.county.townshipDoctor()
			.get(uri + "/history")
			.is(200)
			.body()
			.path("items")
			.valueStream()
			.map((move) -> move.path("kind").asString())
			.toList();
	}

}
