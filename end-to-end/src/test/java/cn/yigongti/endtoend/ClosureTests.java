package cn.yigongti.endtoend;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The register asks the referral-service before an organization closes. */
class ClosureTests {

	private static final String CLOSURE = "{\"closedOn\":\"2025-06-01\",\"reason\":\"撤并\"}";

	private static final String FORCED = "{\"closedOn\":\"2025-06-01\",\"reason\":\"撤并\",\"force\":true}";

	private final County county = County.running();

	private final Gateway admin = this.county.as("platformAdmin");

	private final Gateway doctor = this.county.as("townshipDoctor");

	private final NewCounty place = NewCounty.any();

	@Test
	void aClinicWithAnOpenReferralClosesOnlyByForce() {
		String clinic = clinic();
		String referral = refer(clinic);
		String path = "/api/v1/organizations/" + clinic;
		JsonNode work = this.admin.post(path + "/closure", CLOSURE)
			.isProblem(409, "open-work")
			.body()
			.path("openWork")
			.path(0);
		assertThat(work.path("service").asString()).isEqualTo("referral");
		assertThat(work.path("asSource").asInt()).isZero();
		assertThat(work.path("asTarget").asInt()).isOne();
		assertThat(this.admin.get(path).is(200).text("status")).isEqualTo("ACTIVE");
		assertThat(this.admin.post(path + "/closure", FORCED).is(200).text("status")).isEqualTo("CLOSED");
		withdraw(referral);
	}

	@Test
	void aClinicClosesWhenItsReferralIsWithdrawn() {
		String clinic = clinic();
		withdraw(refer(clinic));
		assertThat(
				this.admin.post("/api/v1/organizations/" + clinic + "/closure", CLOSURE).is(200).text("closureReason"))
			.isEqualTo("撤并");
	}

	private String clinic() {
		String centre = this.place.register(this.admin, "102", "甲镇卫生院", "C220", "").is(201).id();
		return this.place.register(this.admin, "102201", "丙村卫生室", "D600", "\"parentId\":\"%s\"".formatted(centre))
			.is(201)
			.id();
	}

	/** By a doctor of the demo, over a relation that is gone again afterwards. */
	private String refer(String clinic) {
		String relation = this.admin
			.post("/api/v1/referral-relations",
					"{\"sourceId\":\"%s\",\"targetId\":\"%s\",\"type\":\"DOWN\"}"
						.formatted(this.county.organization("township1"), clinic))
			.is(201)
			.id();
		String referral = this.doctor.post("/api/v1/referrals", Referrals.application(clinic, "DOWN")).is(201).id();
		this.admin.delete("/api/v1/referral-relations/" + relation).is(204);
		return referral;
	}

	private void withdraw(String referral) {
		this.doctor.post("/api/v1/referrals/" + referral + "/void", "{\"reason\":\"患者不愿转诊\"}").is(200);
	}

}
