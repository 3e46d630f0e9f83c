package cn.yigongti.endtoend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** From a township's question to the hospital's report, and on to a referral. */
class ConsultationStoryTests {

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private final County county = County.running();

	private final Gateway townshipDoctor = this.county.as("townshipDoctor");

	private final Gateway reportingDoctor = this.county.as("countyDoctor");

	@Test
	void questionIsAskedAnsweredReportedAndLeadsToAReferral() {
		String uri = submit("IMAGING");
		this.reportingDoctor.post(uri + "/send-back", "{\"questions\":[\"有无造影剂过敏史？\"]}").is(200);
		JsonNode question = this.townshipDoctor.get(uri + "/conversation").is(200).items().get(0);
		this.townshipDoctor
			.post(uri + "/resubmission",
					"{\"answers\":[{\"questionId\":\"%s\",\"text\":\"无\"}]}".formatted(question.path("id").asString()))
			.is(200);
		this.reportingDoctor.post(uri + "/acceptance", "{}").is(200);
		this.reportingDoctor.post(uri + "/claim", "{}").is(200);
		Answer reported = this.reportingDoctor.post(uri + "/report", report(true)).is(200);
		assertThat(reported.text("status")).isEqualTo("REPORTED");
		assertThat(critical()).contains(reported.id());
		this.townshipDoctor.post(uri + "/critical-value-acknowledgement", "{\"measures\":\"已通知家属\"}").is(200);
		assertThat(critical()).doesNotContain(reported.id());
		Answer referred = this.townshipDoctor
			.post(uri + "/referral",
					"""
							{"targetId":"%s","type":"UP","department":"胸外科","advice":"住院进一步诊治","reason":"会诊建议",
							"appointmentAt":"%s"}""".formatted(this.county.organization("peoplesHospital"),
							Instant.now().plus(1, ChronoUnit.DAYS)))
			.is(200);
		Answer referral = this.townshipDoctor.get("/api/v1/referrals/" + referred.text("referralId")).is(200);
		assertThat(referral.body().path("patient").path("name").asString()).isEqualTo("李**");
		assertThat(history(uri)).containsExactly("SUBMISSION", "SEND_BACK", "RESUBMISSION", "ACCEPTANCE", "CLAIM",
				"REPORT", "CRITICAL_VALUE_ACKNOWLEDGEMENT", "REFERRAL");
	}

	@Test
	void clinicalConsultationIsHeldAtATime() {
		String uri = submit("CLINICAL");
		this.reportingDoctor.post(uri + "/acceptance", "{}").is(200);
		this.reportingDoctor.post(uri + "/report", report(false)).isProblem(409, "illegal-transition");
		this.reportingDoctor
			.post(uri + "/schedule", "{\"scheduledAt\":\"%s\"}".formatted(Instant.now().plus(1, ChronoUnit.HOURS)))
			.is(200);
		this.reportingDoctor.post(uri + "/report", report(false)).is(200);
	}

	@Test
	void eachSideKeepsToItself() {
		String uri = submit("ECG");
		this.townshipDoctor.post(uri + "/acceptance", "{}").isProblem(403, "wrong-side");
		this.reportingDoctor.post(uri + "/cancellation", "{\"reason\":\"x\"}").isProblem(403, "wrong-side");
		this.county.as("villageDoctor").get(uri).isProblem(404, "not-found");
		this.county.as("tcmDoctor").get(uri).isProblem(404, "not-found");
		this.townshipDoctor.post(uri + "/cancellation", "{\"reason\":\"患者已转院\"}").is(200);
	}

	private String submit(String type) {
		Answer submitted = this.townshipDoctor
			.post(CONSULTATIONS,
					"""
							{"centerId":"%s","type":"%s","urgency":"URGENT","department":"医学影像科","purpose":"请会诊胸部 CT",
							"clinicalSummary":"咳嗽、咳痰三天","diagnosis":{"code":"J18.900","text":"肺炎"},
							"patient":{"name":"李秀英","idNumber":"%s","phone":"13800000001"}}"""
						.formatted(this.county.consultationCenter("peoplesHospital"), type, Referrals.residentId()))
			.is(201);
		assertThat(submitted.body().path("patient").path("name").asString()).isEqualTo("李**");
		return CONSULTATIONS + "/" + submitted.id();
	}

	private static String report(boolean critical) {
		return """
				{"findings":"右下肺见占位","opinion":"右下肺占位性病变","advice":"上级医院进一步检查","criticalValue":%s}"""
			.formatted(critical);
	}

	private List<String> critical() {
		return this.townshipDoctor.get(CONSULTATIONS + "?role=applicant&criticalValueOpen=true&limit=200")
			.is(200)
			.items()
			.valueStream()
			.map((one) -> one.path("id").asString())
			.toList();
	}

	private List<String> history(String uri) {
		return this.townshipDoctor.get(uri + "/history")
			.is(200)
			.items()
			.valueStream()
			.map((move) -> move.path("kind").asString())
			.toList();
	}

}
