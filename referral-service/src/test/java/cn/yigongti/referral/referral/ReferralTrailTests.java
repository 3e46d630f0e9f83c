package cn.yigongti.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever looks at a patient's referral leaves a trace. */
@ReferralServiceTest
class ReferralTrailTests {

	private static final String REFERRALS = "/api/v1/referrals";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private County county;

	ReferralTrailTests(RestTestClient http, PeerServer peers, JdbcClient jdbc) {
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
	void tellsWhoDidAndReadWhatAboutWhichResident() {
		ObjectNode application = this.county.application();
		Answer applied = this.county.townshipDoctor().post(REFERRALS, application).is(201);
		String one = REFERRALS + "/" + applied.text("id");
		this.county.peoplesDoctor().get(one).is(200);
		this.county.peoplesDoctor().get(one + "/history").is(200);
		this.county.peoplesHis().post(one + "/events", this.county.event("ADMITTED", Instant.now())).is(200);
		assertThat(trailOf(applied.text("id"))).extracting((entry) -> entry.get("action"))
			.containsExactly("referral:apply", "referral:read", "referral:read-history", "referral-event:write");
		assertThat(trailOf(applied.text("id"))).extracting((entry) -> entry.get("resident_hash"))
			.doesNotContainNull()
			.hasSize(4);
		assertThat(trailOf(applied.text("id")).stream().map((entry) -> entry.get("resident_hash")).distinct())
			.hasSize(1);
		assertThat(this.jdbc.sql("select count(*) from audit_event e where e::text like '%' || ? || '%'")
			.param(application.path("patient").path("idNumber").asString())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void tellsHowManyWereOnAPageAndOfWhomWhenOneWasLookedFor() {
		ObjectNode application = this.county.application();
		Answer applied = this.county.townshipDoctor().post(REFERRALS, application).is(201);
		String reader = "list-reader-" + applied.text("id");
		Calls calls = this.county
			.as(TestTokens.client(reader).mayInConsortium(this.county.consortium, "referral:read"));
		calls.get(REFERRALS).is(200);
		calls.get(REFERRALS + "?q=" + application.path("patient").path("idNumber").asString()).is(200);
		List<Map<String, Object>> entries = this.jdbc.sql("select * from audit_event where caller = ? order by at, id")
			.param(reader)
			.query()
			.listOfRows();
		assertThat(entries).extracting((entry) -> entry.get("items")).containsExactly(1, 1);
		assertThat(entries.getFirst().get("resident_hash")).isNull();
		assertThat(entries.getLast().get("resident_hash"))
			.isEqualTo(trailOf(applied.text("id")).getFirst().get("resident_hash"));
	}

	@Test
	void tellsOfEachPatientUnmaskedOnAPage() {
		this.county.applied();
		this.county.applied();
		String reader = "unmasker-" + this.county.consortium;
		this.county
			.as(TestTokens.client(reader).mayInConsortium(this.county.consortium, "referral:read", "referral:unmask"))
			.get(REFERRALS + "?unmask=true&reason=联系患者")
			.is(200);
		assertThat(this.jdbc.sql("select * from audit_event where caller = ? and action = 'referral:unmask'")
			.param(reader)
			.query()
			.listOfRows()).hasSize(2)
			.allSatisfy((entry) -> assertThat(entry).containsEntry("reason", "联系患者")
				.doesNotContainEntry("resident_hash", null));
	}

	@Test
	void tellsOfWhoWasNotAllowedToLook() {
		String id = this.county.applied();
		this.county.stranger().get(REFERRALS + "/" + id).is(404, "not-found");
		this.county.townshipDoctor().get(REFERRALS + "/" + id + "?unmask=true&reason=x").is(403, "permission-missing");
		this.county.peoplesDoctor().patch(REFERRALS + "/" + id, "*", Map.of("advice", "不行")).is(403, "wrong-side");
		assertThat(trailOf(id).stream().filter((entry) -> "DENIED".equals(entry.get("result"))))
			.extracting((entry) -> entry.get("reason"))
			.containsExactly("out-of-scope", "permission-missing [referral:unmask]", "wrong-side");
	}

	private List<Map<String, Object>> trailOf(String id) {
		return this.jdbc.sql("select * from audit_event where resource_id = ? order by at, id")
			.param(id)
			.query()
			.listOfRows();
	}

}
