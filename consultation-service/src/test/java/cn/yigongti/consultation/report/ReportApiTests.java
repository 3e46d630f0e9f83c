package cn.yigongti.consultation.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class ReportApiTests {

	private static final String CONSULTATIONS = "/api/v1/consultations";

	private final RestTestClient http;

	private final PeerServer peers;

	private County county;

	private UUID center = UUID.randomUUID();

	ReportApiTests(RestTestClient http, PeerServer peers) {
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
	void keepsEveryVersion() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		Calls.Answer first = this.county.peoplesDoctor().post(uri + "/report", this.county.report()).is(200);
		assertThat(first.body().path("report").path("version").asInt()).isOne();
		ObjectNode amended = this.county.report().put("opinion", "右下肺炎症，建议增强扫描");
		this.county.secondPeoplesDoctor()
			.post(uri + "/report", amended)
			.is(422, "invalid")
			.blames("/amendmentReason", "required");
		Calls.Answer second = this.county.secondPeoplesDoctor()
			.post(uri + "/report", amended.put("amendmentReason", "补充意见"))
			.is(200);
		assertThat(second.body().path("report").path("version").asInt()).isEqualTo(2);
		assertThat(second.body().path("report").path("doctorName").asString()).isEqualTo("赵主任");
		assertThat(second.body().path("report").path("firstReportedAt"))
			.isEqualTo(first.body().path("report").path("firstReportedAt"));
		List<JsonNode> versions = reports(uri);
		assertThat(versions).extracting((one) -> one.path("opinion").asString())
			.containsExactly("右下肺炎症", "右下肺炎症，建议增强扫描");
		assertThat(versions).extracting((one) -> one.path("holds").asBoolean()).containsExactly(false, true);
	}

	@Test
	void letsADoctorSignForNobodyElse() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		ObjectNode report = this.county.report().put("doctorId", this.county.secondPeoplesDoctorId().toString());
		this.county.peoplesDoctor()
			.post(uri + "/report", report)
			.is(422, "invalid")
			.blames("/doctorId", "not-yourself");
		UUID another = this.county.doctorAt(this.county.peoples, "钱医生", true);
		this.county.doctor(another, this.county.peoples)
			.post(uri + "/report", this.county.report())
			.is(422, "invalid")
			.blames("/doctorId", "not-a-reporting-doctor");
	}

	@Test
	void takesACallBackOnceHoweverOftenItComes() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		Calls system = this.county.systemOf(this.county.peoples);
		ObjectNode report = this.county.report().put("externalId", "RIS-1");
		system.post(uri + "/report", report).is(422, "invalid").blames("/doctorId", "required");
		report.put("doctorId", this.county.peoplesDoctorId().toString());
		String etag = system.post(uri + "/report", report).is(200).etag();
		assertThat(system.post(uri + "/report", report).is(200).etag()).isEqualTo(etag);
		system.post(uri + "/report", report.put("opinion", "其他")).is(409, "report-id-reused");
		assertThat(reports(uri)).hasSize(1);
		assertThat(reports(uri).getFirst().path("source").asString()).isEqualTo("THIRD_PARTY");
	}

	@Test
	void takesACallBackOnceAlsoWhenItComesTwiceAtTheSameTime() throws Exception {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		ObjectNode report = this.county.report()
			.put("externalId", "RIS-2")
			.put("doctorId", this.county.peoplesDoctorId().toString());
		List<Integer> statuses = new CopyOnWriteArrayList<>();
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 6; i++) {
				all.execute(() -> statuses
					.add(this.county.systemOf(this.county.peoples).post(uri + "/report", report).status()));
			}
		}
		assertThat(statuses).hasSize(6).containsOnly(200);
		assertThat(reports(uri)).hasSize(1);
	}

	@Test
	void isReviewedByASecondDoctorOnce() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		this.county.peoplesDoctor().post(uri + "/report", this.county.report()).is(200);
		this.county.peoplesDoctor().post(uri + "/reports/1/review", Map.of()).is(409, "self-review");
		this.county.secondPeoplesDoctor().post(uri + "/reports/2/review", Map.of()).is(404, "not-found");
		this.county.secondPeoplesDoctor().post(uri + "/reports/1/review", Map.of()).is(200);
		this.county.secondPeoplesDoctor().post(uri + "/reports/1/review", Map.of()).is(409, "already-reviewed");
		assertThat(reports(uri).getFirst().path("reviewerName").asString()).isEqualTo("赵主任");
	}

	@Test
	void waitsForTheApplicantToSeeACriticalValue() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		this.county.peoplesDoctor().post(uri + "/report", this.county.report().put("criticalValue", true)).is(200);
		String waiting = CONSULTATIONS + "?role=applicant&criticalValueOpen=true";
		assertThat(this.county.townshipDoctor().get(waiting).is(200).body().path("total").asInt()).isOne();
		this.county.peoplesDoctor().post(uri + "/critical-value-acknowledgement", Map.of()).is(403, "wrong-side");
		this.county.townshipDoctor()
			.post(uri + "/critical-value-acknowledgement", Map.of("measures", "已电话通知家属"))
			.is(200);
		assertThat(this.county.townshipDoctor().get(waiting).is(200).body().path("total").asInt()).isZero();
	}

	@Test
	void waitsAnewWhenACriticalReportIsAmended() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		ObjectNode critical = this.county.report().put("criticalValue", true);
		this.county.peoplesDoctor().post(uri + "/report", critical).is(200);
		this.county.townshipDoctor().post(uri + "/critical-value-acknowledgement", Map.of()).is(200);
		Calls.Answer amended = this.county.peoplesDoctor()
			.post(uri + "/report", critical.put("findings", "另见气胸").put("amendmentReason", "补充所见"))
			.is(200);
		assertThat(amended.body().path("report").has("criticalValueAcknowledgedAt")).isFalse();
		assertThat(this.county.townshipDoctor()
			.get(CONSULTATIONS + "?role=applicant&criticalValueOpen=true")
			.is(200)
			.body()
			.path("total")
			.asInt()).isOne();
	}

	@Test
	void acknowledgesNothingThatIsNotCritical() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		this.county.townshipDoctor()
			.post(uri + "/critical-value-acknowledgement", Map.of())
			.is(409, "no-critical-value");
	}

	@Test
	void isReadByBothSidesAndNobodyElse() {
		String uri = CONSULTATIONS + "/" + this.county.accepted(this.center);
		this.county.peoplesDoctor().post(uri + "/report", this.county.report()).is(200);
		assertThat(reports(uri)).hasSize(1);
		this.county.stranger().get(uri + "/reports").is(404, "not-found");
		this.county.villageDoctor().get(uri + "/reports").is(404, "not-found");
	}

	private List<JsonNode> reports(String uri) {
		return this.county.townshipDoctor().get(uri + "/reports").is(200).body().path("items").valueStream().toList();
	}

}
