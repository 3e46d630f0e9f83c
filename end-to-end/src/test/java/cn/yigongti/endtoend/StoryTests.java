package cn.yigongti.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTests {

	private final County county = County.running();

	private final Gateway townshipDoctor = this.county.as("townshipDoctor");

	private final Gateway hospitalHis = this.county.as("peoplesHospitalHis");

	@Test
	void patientIsReferredUpTreatedAndReturned() {
		Answer applied = this.townshipDoctor
			.post("/api/v1/referrals", Referrals.application(this.county.organization("peoplesHospital"), "UP"))
			.is(201);
		assertThat(applied.text("status")).isEqualTo("APPLIED");
		assertThat(applied.header("Location")).endsWith("/api/v1/referrals/" + applied.id());
		assertThat(applied.body().path("patient").path("name").asString()).isEqualTo("李**");

		happens(applied.id(), "OUTPATIENT_VISITED", ",\"outpatientNumber\":\"MZ20260001\"");
		happens(applied.id(), "OUTPATIENT_COMPLETED", ",\"diagnosis\":{\"code\":\"I21.900\",\"text\":\"急性心肌梗死\"}");
		happens(applied.id(), "ADMITTED", ",\"inpatientNumber\":\"ZY20260001\",\"department\":\"心血管内科\"");
		happens(applied.id(), "DISCHARGED", "");

		Answer returned = this.county.as("countyDoctor")
			.post("/api/v1/referrals/" + applied.id() + "/return",
					"{\"summary\":\"支架植入术后，病情平稳\",\"plan\":\"基层随访，按时服药\",\"medication\":\"阿司匹林\"}")
			.is(200);
		assertThat(returned.text("status")).isEqualTo("RETURNED");
		assertThat(path(applied.id())).containsExactly("APPLIED", "OUTPATIENT_VISITED", "OUTPATIENT_COMPLETED",
				"ADMITTED", "DISCHARGED", "RETURNED");

		Answer centre = this.county.as("consortiumAdmin")
			.get("/api/v1/referrals", Map.of("q", "ZY20260001", "type", "UP"))
			.is(200);
		assertThat(centre.items().valueStream().map((item) -> item.path("id").asString())).contains(applied.id());
	}

	@Test
	void eventsThatComeInAnotherOrderEndTheSame() {
		String id = this.townshipDoctor
			.post("/api/v1/referrals", Referrals.application(this.county.organization("peoplesHospital"), "UP"))
			.is(201)
			.id();
		String visited = Referrals.event("OUTPATIENT_VISITED", ",\"outpatientNumber\":\"MZ20260002\"");
		String admitted = Referrals.event("ADMITTED", ",\"inpatientNumber\":\"ZY20260002\",\"department\":\"内科\"");
		String discharged = Referrals.event("DISCHARGED", "");
		assertThat(report(id, discharged).is(202).text("outcome")).isEqualTo("PARKED");
		assertThat(report(id, admitted).is(200).text("outcome")).isEqualTo("APPLIED");
		assertThat(report(id, visited).is(200).text("outcome")).isEqualTo("RECORDED");
		assertThat(report(id, visited).is(200).text("outcome")).isEqualTo("DUPLICATE");
		Answer end = this.townshipDoctor.get("/api/v1/referrals/" + id).is(200);
		assertThat(end.text("status")).isEqualTo("DISCHARGED");
		assertThat(end.text("outpatientNumber")).isEqualTo("MZ20260002");
		assertThat(end.text("inpatientNumber")).isEqualTo("ZY20260002");
	}

	@Test
	void secondOpenReferralOfThePatientLeadsToTheFirst() {
		String patient = Referrals.residentId();
		String target = this.county.organization("peoplesHospital");
		String first = this.townshipDoctor.post("/api/v1/referrals", Referrals.application(target, "UP", patient))
			.is(201)
			.id();
		Answer second = this.townshipDoctor.post("/api/v1/referrals", Referrals.application(target, "UP", patient))
			.isProblem(409, "duplicate-referral");
		assertThat(second.body().toString()).contains("/api/v1/referrals/" + first);
	}

	@Test
	void requestThatIsSentAgainRefersOnce() {
		Gateway again = this.townshipDoctor.with("Idempotency-Key", "end-to-end-" + System.nanoTime());
		String body = Referrals.application(this.county.organization("peoplesHospital"), "UP");
		Answer first = again.post("/api/v1/referrals", body).is(201);
		Answer second = again.post("/api/v1/referrals", body).is(201);
		assertThat(second.id()).isEqualTo(first.id());
		assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
		again.post("/api/v1/referrals", Referrals.application(this.county.organization("peoplesHospital"), "UP"))
			.isProblem(422, "idempotency-key-reused");
	}

	@Test
	void refusalNamesWhatWouldBeLegal() {
		String id = this.townshipDoctor
			.post("/api/v1/referrals", Referrals.application(this.county.organization("peoplesHospital"), "UP"))
			.is(201)
			.id();
		Answer refused = this.county.as("countyDoctor")
			.post("/api/v1/referrals/" + id + "/return", "{\"summary\":\"a\",\"plan\":\"b\"}")
			.isProblem(409, "illegal-transition");
		assertThat(refused.body().toString()).contains("APPLIED");
		this.townshipDoctor.post("/api/v1/referrals/" + id + "/void", "{\"reason\":\"患者不愿转诊\"}").is(200);
	}

	private void happens(String id, String status, String more) {
		Answer answer = report(id, Referrals.event(status, more)).is(200);
		assertThat(answer.text("outcome")).isEqualTo("APPLIED");
		assertThat(answer.body().path("referral").path("status").asString()).isEqualTo(status);
	}

	private Answer report(String id, String event) {
		return this.hospitalHis.post("/api/v1/referrals/" + id + "/events", event);
	}

	private List<String> path(String id) {
		List<String> path = new ArrayList<>();
		this.townshipDoctor.get("/api/v1/referrals/" + id + "/history")
			.is(200)
			.items()
			.forEach((move) -> path.add(move.path("to").asString()));
		return path;
	}

}
