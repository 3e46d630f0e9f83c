package cn.yigongti.consultation.conversion;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.client.RestTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class ConversionApiTests {

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private final RestTestClient http;

	private final PeerServer peers;

	private County county;

	private UUID center = UUID.randomUUID();

	ConversionApiTests(RestTestClient http, PeerServer peers) {
		this.http = http;
		this.peers = peers;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.unrelated(this.http, this.peers);
		this.center = this.county.related();
	}

	@Test
	void refersThePatientOnce() {
		String uri = reported();
		UUID referral = UUID.randomUUID();
		accept(referral);
		Calls doctor = referring();
		Calls.Answer referred = doctor.post(uri + "/referral", wish()).is(200);
		assertThat(referred.text("referralId")).isEqualTo(referral.toString());
		this.peers.verify(1,
				postRequestedFor(urlPathEqualTo("/api/v1/referrals")).withHeader("Idempotency-Key", equalTo(key(uri)))
					.withRequestBody(matchingJsonPath("$.patient.name", equalTo("张三丰")))
					.withRequestBody(matchingJsonPath("$.sourceId", equalTo(this.county.township.id().toString())))
					.withRequestBody(matchingJsonPath("$.diagnosis.code", equalTo("J18.900"))));
		Calls.Answer again = doctor.post(uri + "/referral", wish()).is(409, "already-referred");
		assertThat(again.body().path("referral").path("id").asString()).isEqualTo(referral.toString());
	}

	@Test
	void tellsWhyAReferralIsRefused() {
		String uri = reported();
		this.peers.stubFor(post(urlPathEqualTo("/api/v1/referrals")).withHeader("Idempotency-Key", equalTo(key(uri)))
			.willReturn(aResponse().withStatus(422)
				.withHeader("Content-Type", "application/problem+json")
				.withBody("{\"code\":\"relation-missing\"}")));
		assertThat(referring().post(uri + "/referral", wish()).is(422, "referral-refused").text("refusal"))
			.isEqualTo("relation-missing");
		assertThat(this.county.townshipDoctor().get(uri).body().has("referralId")).isFalse();
	}

	@Test
	void losesNothingWhileTheReferralServiceIsDown() {
		String uri = reported();
		this.peers.stubFor(post(urlPathEqualTo("/api/v1/referrals")).withHeader("Idempotency-Key", equalTo(key(uri)))
			.willReturn(aResponse().withStatus(500)));
		assertThat(referring().post(uri + "/referral", wish()).body().path("code").asString())
			.isEqualTo("dependency-unavailable");
		UUID referral = UUID.randomUUID();
		accept(referral);
		assertThat(referring().post(uri + "/referral", wish()).is(200).text("referralId"))
			.isEqualTo(referral.toString());
	}

	@Test
	void isForTheApplicantWhoMayReferAndForWhatIsReported() {
		String uri = reported();
		this.county.townshipDoctor().post(uri + "/referral", wish()).is(403, "permission-missing");
		this.county.peoplesDoctor().post(uri + "/referral", wish()).is(403, "wrong-side");
		this.county.stranger().post(uri + "/referral", wish()).is(404, "not-found");
		String unreported = CONSULTATIONS + "/" + this.county.accepted(this.center);
		referring().post(unreported + "/referral", wish()).is(409, "not-reported");
	}

	private String reported() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		this.county.peoplesDoctor().post(uri + "/report", this.county.report()).is(200);
		return uri;
	}

	private Calls referring() {
		return this.county.as(TestTokens.user(this.county.townshipDoctorId())
			.of(this.county.township.id())
			.in(this.county.consortium)
			.mayInOrganization(this.county.township.id(), "consultation:read", "consultation:write", "referral:write"));
	}

	private Map<String, Object> wish() {
		return Map.of("targetId", this.county.peoples.id(), "type", "UP", "department", "呼吸内科", "advice", "住院",
				"reason", "会诊建议", "appointmentAt", Instant.now().plusSeconds(7200).toString());
	}

	private static String key(String uri) {
		return "consultation-" + uri.substring(uri.lastIndexOf('/') + 1);
	}

	private void accept(UUID referral) {
		this.peers.stubFor(post(urlPathEqualTo("/api/v1/referrals"))
			.willReturn(okJson("{\"id\":\"" + referral + "\"}").withStatus(201)));
	}

}
