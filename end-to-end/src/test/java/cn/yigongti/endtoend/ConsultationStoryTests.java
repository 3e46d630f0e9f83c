package cn.yigongti.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From a township's question to the hospital's report, and on to a referral. */
class ConsultationStoryTests {

	private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
			+ "awAAAABJRU5ErkJggg==";

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
	void submissionReachesTheThirdPartySystem() {
		String deliveries = submit("LABORATORY") + "/deliveries";
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode items = this.townshipDoctor.get(deliveries).is(200).items();
			assertThat(items).hasSize(1);
			assertThat(items.get(0).path("state").asString()).isEqualTo("DELIVERED");
		});
	}

	@Test
	void pictureGoesAlongAndTheReportIsPrinted() {
		String uri = submit("IMAGING");
		Answer attached = this.townshipDoctor.upload(uri + "/attachments", "胸片.png", Base64.getDecoder().decode(PNG))
			.is(201);
		assertThat(attached.text("mediaType")).isEqualTo("image/png");
		this.townshipDoctor.upload(uri + "/attachments", "page.png", "<html></html>".getBytes(StandardCharsets.UTF_8))
			.isProblem(415, "unsupported-file");
		Answer part = this.reportingDoctor.with("Range", "bytes=0-7")
			.get(uri + "/attachments/" + attached.id() + "/content");
		assertThat(part.status()).isEqualTo(206);
		assertThat(part.header("Content-Range")).startsWith("bytes 0-7/");
		this.county.as("villageDoctor").get(uri + "/attachments").isProblem(404, "not-found");
		this.reportingDoctor.post(uri + "/acceptance", "{}").is(200);
		this.reportingDoctor.post(uri + "/report", report(false)).is(200);
		Answer printed = this.townshipDoctor.get(uri + "/reports/1/pdf").is(200);
		assertThat(printed.header("Content-Type")).isEqualTo("application/pdf");
	}

	@Test
	void textOfTheReportIsFoundInTheIndex() {
		String uri = submit("IMAGING");
		String word = "磨玻璃结节编号" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
		this.reportingDoctor.post(uri + "/acceptance", "{}").is(200);
		this.reportingDoctor.post(uri + "/report", report(false).replace("右下肺见占位", word)).is(200);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			Answer found = this.reportingDoctor.get(CONSULTATIONS, Map.of("q", word)).is(200);
			assertThat(found.header("X-Search-Degraded")).isEmpty();
			assertThat(found.items()).hasSize(1);
		});
		assertThat(this.county.as("tcmDoctor").get(CONSULTATIONS, Map.of("q", word)).is(200).items()).isEmpty();
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
