package cn.yigongti.referral.ending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.yigongti.platform.test.AdjustableClock;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ReferralServiceTest
class EndingApiTests {

	private static final String REFERRALS = "/api/v1/referrals/";

	private static final Map<String, Object> NOTE = Map.of("summary", "炎症吸收", "plan", "两周后复查", "medication", "阿莫西林");

	private final RestTestClient http;

	private final PeerServer peers;

	private final AdjustableClock clock;

	private final ExpireReferrals expire;

	private County county;

	EndingApiTests(RestTestClient http, PeerServer peers, AdjustableClock clock, ExpireReferrals expire) {
		this.http = http;
		this.peers = peers;
		this.clock = clock;
		this.expire = expire;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.related(this.http, this.peers);
	}

	@AfterEach
	void setTheClock() {
		this.clock.putForward(Duration.ZERO);
	}

	@Test
	void returnsThePatientWithTheDoctorsNote() {
		String id = discharged();
		Answer returned = this.county.peoplesDoctor().post(REFERRALS + id + "/return", NOTE).is(200);
		assertThat(returned.text("status")).isEqualTo("RETURNED");
		assertThat(returned.body().path("return").path("summary").asString()).isEqualTo("炎症吸收");
		assertThat(returned.body().path("return").path("doctorName").asString()).isEqualTo("王主任");
		assertThat(returned.body().path("return").path("returnedAt").asString()).isNotEmpty();
		this.county.peoplesDoctor().post(REFERRALS + id + "/return", NOTE).is(409, "illegal-transition");
	}

	@Test
	void letsOnlyTheReceiversDoctorReturn() {
		String id = discharged();
		this.county.townshipDoctor().post(REFERRALS + id + "/return", NOTE).is(403, "wrong-side");
		this.county.administrator()
			.post(REFERRALS + id + "/return", Map.of("summary", "", "plan", "x"))
			.is(422, "invalid")
			.blames("/summary", "not-blank");
		this.county.peoplesHis().post(REFERRALS + id + "/return", NOTE).is(403, "permission-missing");
	}

	@Test
	void takesAReturnInThePastFromAnImporterOnly() {
		String id = this.county.importer().post("/api/v1/referrals", this.county.history(100)).is(201).text("id");
		Instant admitted = Instant.now().minus(Duration.ofDays(99));
		this.county.peoplesHis().post(REFERRALS + id + "/events", this.county.event("ADMITTED", admitted)).is(200);
		Instant dischargedAt = admitted.plus(Duration.ofDays(6));
		this.county.peoplesHis()
			.post(REFERRALS + id + "/events", this.county.event("DISCHARGED", dischargedAt))
			.is(200);
		Map<String, Object> past = Map.of("summary", "好转", "plan", "随访", "returnedAt",
				dischargedAt.plusSeconds(60).toString());
		this.county.peoplesDoctor().post(REFERRALS + id + "/return", past).is(403, "permission-missing");
		Map<String, Object> tooEarly = Map.of("summary", "好转", "plan", "随访", "returnedAt", admitted.toString());
		this.county.importer()
			.post(REFERRALS + id + "/return", tooEarly)
			.is(422, "invalid")
			.blames("/returnedAt", "before-last-move");
		this.county.importer().post(REFERRALS + id + "/return", past).is(200);
	}

	@Test
	void doesNotReturnWhatWasReferredDown() {
		var down = this.county.application().put("targetId", this.county.township.id().toString()).put("type", "DOWN");
		String id = this.county.peoplesDoctor().post("/api/v1/referrals", down).is(201).text("id");
		Calls his = this.county.his(this.county.township);
		his.post(REFERRALS + id + "/events", this.county.event("ADMITTED", Instant.now())).is(200);
		his.post(REFERRALS + id + "/events", this.county.event("DISCHARGED", Instant.now())).is(200);
		Answer refused = this.county.townshipDoctor()
			.post(REFERRALS + id + "/return", NOTE)
			.is(409, "illegal-transition");
		assertThat(refused.body().path("legal").valueStream().map(JsonNode::asString))
			.containsExactly("DISCHARGE_CANCELLED");
	}

	@Test
	void isWithdrawnByTheApplicantAndRefusedByTheReceiver() {
		String withdrawn = this.county.applied();
		Answer first = this.county.townshipDoctor()
			.post(REFERRALS + withdrawn + "/void", Map.of("reason", "患者改变主意"))
			.is(200);
		assertThat(first.body().path("void").path("kind").asString()).isEqualTo("WITHDRAWN");
		assertThat(first.text("status")).isEqualTo("APPLIED");
		String refused = this.county.applied();
		Answer second = this.county.peoplesDoctor().post(REFERRALS + refused + "/void", Map.of("reason", "无床")).is(200);
		assertThat(second.body().path("void").path("kind").asString()).isEqualTo("REFUSED");
		this.county.peoplesDoctor()
			.post(REFERRALS + refused + "/void", Map.of("reason", "再次"))
			.is(409, "illegal-transition");
		this.county.peoplesDoctor().post(REFERRALS + refused + "/void", Map.of("reason", " ")).is(422, "invalid");
	}

	@Test
	void keepsWhatIsVoidInItsHistoryAndOutOfTheWorklist() {
		String id = this.county.applied();
		this.county.townshipDoctor().post(REFERRALS + id + "/void", Map.of("reason", "患者改变主意")).is(200);
		JsonNode last = this.county.townshipDoctor().get(REFERRALS + id + "/history").body().path("items").get(1);
		assertThat(last.path("kind").asString()).isEqualTo("VOID");
		assertThat(last.path("reason").asString()).isEqualTo("患者改变主意");
		assertThat(last.path("actor").path("organizationId").asString())
			.isEqualTo(this.county.township.id().toString());
		assertThat(total("")).isZero();
		assertThat(total("?void=true")).isEqualTo(1);
		this.county.peoplesHis()
			.post(REFERRALS + id + "/events", this.county.event("ADMITTED", Instant.now().plusSeconds(60)))
			.is(409, "illegal-transition");
	}

	@Test
	void isVoidOnlyWhileApplied() {
		String id = discharged();
		this.county.townshipDoctor()
			.post(REFERRALS + id + "/void", Map.of("reason", "晚了"))
			.is(409, "illegal-transition");
	}

	@Test
	void saysWhatEachCallerMayDoNow() {
		String id = this.county.applied();
		assertThat(actions(this.county.townshipDoctor(), id)).containsExactly("AMEND", "VOID");
		assertThat(actions(this.county.peoplesDoctor(), id)).containsExactly("VOID");
		assertThat(actions(this.county.peoplesHis(), id)).containsExactly("REPORT_EVENT");
		this.county.peoplesHis().post(REFERRALS + id + "/events", this.county.event("ADMITTED", Instant.now())).is(200);
		assertThat(this.county.peoplesHis()
			.get(REFERRALS + id + "/actions")
			.body()
			.path("eventTypes")
			.valueStream()
			.map(JsonNode::asString)).containsExactly("ADMISSION_CANCELLED", "DISCHARGED");
		this.county.peoplesHis()
			.post(REFERRALS + id + "/events", this.county.event("DISCHARGED", Instant.now()))
			.is(200);
		assertThat(actions(this.county.peoplesDoctor(), id)).containsExactly("RETURN");
		assertThat(actions(this.county.townshipDoctor(), id)).isEmpty();
	}

	@Test
	void expiresWhoDidNotComeOnceOnManyReplicas() throws Exception {
		String id = this.county.applied();
		this.clock.putForward(Duration.ofDays(9));
		try (ExecutorService replicas = Executors.newFixedThreadPool(3)) {
			Callable<Integer> sweep = this.expire::sweep;
			for (Future<Integer> swept : replicas.invokeAll(List.of(sweep, sweep, sweep))) {
				swept.get();
			}
		}
		this.expire.sweep();
		Answer expired = this.county.townshipDoctor().get(REFERRALS + id).is(200);
		assertThat(expired.text("status")).isEqualTo("EXPIRED");
		assertThat(expired.text("expiredAt")).isEqualTo(expired.text("validUntil"));
		JsonNode history = this.county.townshipDoctor().get(REFERRALS + id + "/history").body().path("items");
		assertThat(history).hasSize(2);
		assertThat(history.get(1).path("actor").path("kind").asString()).isEqualTo("CLOCK");
		this.county.townshipDoctor()
			.post(REFERRALS + id + "/void", Map.of("reason", "晚了"))
			.is(409, "illegal-transition");
	}

	@Test
	void waitsForTheEventsOfWhatWasImported() {
		String id = this.county.importer().post("/api/v1/referrals", this.county.history(60)).is(201).text("id");
		this.expire.sweep();
		assertThat(status(id)).isEqualTo("APPLIED");
		this.clock.putForward(Duration.ofMinutes(11));
		this.expire.sweep();
		assertThat(status(id)).isEqualTo("EXPIRED");
	}

	@Test
	void expiresACancelledAdmissionOnlyWithoutAVisit() {
		String never = this.county.applied();
		String visited = this.county.applied();
		Calls his = this.county.peoplesHis();
		his.post(REFERRALS + visited + "/events", this.county.event("OUTPATIENT_VISITED", Instant.now())).is(200);
		for (String id : List.of(never, visited)) {
			his.post(REFERRALS + id + "/events", this.county.event("ADMITTED", Instant.now())).is(200);
			his.post(REFERRALS + id + "/events", this.county.event("ADMISSION_CANCELLED", Instant.now())).is(200);
		}
		this.clock.putForward(Duration.ofDays(9));
		this.expire.sweep();
		assertThat(status(never)).isEqualTo("EXPIRED");
		assertThat(status(visited)).isEqualTo("ADMISSION_CANCELLED");
	}

	private String discharged() {
		String id = this.county.applied();
		Calls his = this.county.peoplesHis();
		his.post(REFERRALS + id + "/events", this.county.event("ADMITTED", Instant.now())).is(200);
		his.post(REFERRALS + id + "/events", this.county.event("DISCHARGED", Instant.now())).is(200);
		return id;
	}

	private String status(String id) {
		return this.county.townshipDoctor().get(REFERRALS + id).is(200).text("status");
	}

	private int total(String query) {
		return this.county.townshipDoctor().get("/api/v1/referrals" + query).is(200).body().path("total").asInt();
	}

	private static List<String> actions(Calls caller, String id) {
		return caller.get(REFERRALS + id + "/actions")
			.is(200)
			.body()
			.path("actions")
			.valueStream()
			.map((action) -> action.path("action").asString())
			.toList();
	}

}
