package cn.yigongti.endtoend;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BadInputTests {

	private static final String REFERRALS = "/api/v1/referrals";

	private final County county = County.running();

	private final Gateway doctor = this.county.as("townshipDoctor");

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/referrals", "/api/v1/referral-relations", "/api/v1/organizations",
			"/api/v1/consortia", "/api/v1/users" })
	void listsRefuseWhatTheyDoNotKnow(String list) {
		this.doctor.get(list + "?stauts=1").isProblem(400, "unknown-parameter");
		this.doctor.get(list + "?limit=0").isProblem(400, "invalid-parameter");
		this.doctor.get(list + "?cursor=bm90LWEtY3Vyc29yLW5vdC1hLWN1cnNvcg").isProblem(400, "invalid-cursor");
		this.doctor.get(list + "?sort=nothing").isProblem(400, "invalid-parameter");
	}

	@Test
	void writesRefuseWhatIsNoJson() {
		this.doctor.post(REFERRALS, "{\"targetId\":").isProblem(400, "malformed");
		this.doctor.post(REFERRALS, "{\"targetId\":17}").isProblem(400, "malformed");
	}

	@Test
	void writesNameAnUnknownField() {
		Answer answer = this.doctor.post(REFERRALS, "{\"targettId\":\"1\"}").isProblem(400, "unknown-field");
		assertThat(answer.body().path("errors").path(0).path("pointer").asString()).isEqualTo("/targettId");
	}

	@Test
	void writesRefuseAnotherContentType() {
		this.doctor.with("Content-Type", "text/plain").post(REFERRALS, "a").isProblem(415, "unsupported-media-type");
	}

	@Test
	void writesRefuseTenMegabytes() {
		this.doctor.post(REFERRALS, "{\"reason\":\"" + "a".repeat(10_000_000) + "\"}").isProblem(413, "too-large");
	}

	@Test
	void checkDigitOffByOneIsNamed() {
		String valid = Referrals.residentId();
		char wrong = (valid.charAt(17) == '1') ? '2' : '1';
		Answer answer = this.doctor
			.post(REFERRALS,
					Referrals.application(this.county.organization("peoplesHospital"), "UP",
							valid.substring(0, 17) + wrong))
			.is(422);
		assertThat(answer.body().path("errors").path(0).path("code").asString()).isEqualTo("check-digit");
		assertThat(answer.body().path("errors").path(0).path("pointer").asString()).isEqualTo("/patient/idNumber");
		assertThat(answer.body().toString()).doesNotContain(valid.substring(0, 17));
	}

	@Test
	void noRelationNoReferral() {
		this.doctor.post(REFERRALS, Referrals.application(this.county.organization("otherHospital"), "UP"))
			.isProblem(422, "relation-missing");
	}

	@Test
	void typeMustAgreeWithTheTiers() {
		this.doctor.post(REFERRALS, Referrals.application(this.county.organization("peoplesHospital"), "DOWN"))
			.isProblem(422, "type-against-tier");
	}

	@Test
	void whatIsNotThereIsNotFound() {
		this.doctor.get("/api/v1/nothing").isProblem(404, "not-found");
		this.doctor.get("/api/v1/referrals/not-an-id").isProblem(404, "not-found");
		this.county.anonymous().get("/actuator/env").is(this.county.anonymous().get("/actuator/beans").status());
	}

	@Test
	void problemsSpeakTheLanguageAskedFor() {
		assertThat(this.doctor.get("/api/v1/referrals/x").text("title")).isEqualTo("不存在");
		assertThat(this.doctor.with("Accept-Language", "en").get("/api/v1/referrals/x").text("title"))
			.isEqualTo("Not found");
	}

}
