package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.org.Api;
import cn.yigongti.org.Api.Answer;
import cn.yigongti.platform.test.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static cn.yigongti.org.Api.organization;
import static org.assertj.core.api.Assertions.assertThat;

/** Opening, closing, and the tree of parents and children. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OrganizationLifeTests {

	private final Api api;

	private final String county = Api.newCounty();

	OrganizationLifeTests(RestTestClient http) {
		this.api = Api.administrator(http);
	}

	@Test
	void hasAVillageClinicUnderATownshipCentreOfItsTownship() {
		UUID centre = this.api.townshipCentre(this.county, "102");
		UUID hospital = this.api.hospital(this.county);
		assertThat(clinic("102201", null).fieldProblem()).isEqualTo("/parentId parent-needed");
		assertThat(clinic("102201", hospital).fieldProblem()).isEqualTo("/parentId parent-tier");
		assertThat(clinic("103201", centre).fieldProblem()).isEqualTo("/parentId parent-division");
		assertThat(clinic("102201", UUID.randomUUID()).fieldProblem()).isEqualTo("/parentId unknown-organization");
		assertThat(clinic("102201", centre).expect(201).path("parentId").asString()).isEqualTo(centre.toString());
	}

	@Test
	void closesOnADateAndShowsTheRegisterAsOfAnyDay() {
		UUID id = this.api.hospital(this.county);
		String path = "/organizations/" + id;
		JsonNode closed = this.api.post(path + "/closure", Map.of("closedOn", "2024-03-01", "reason", "合并"))
			.expect(200);
		assertThat(closed.path("status").asString()).isEqualTo("CLOSED");
		assertThat(closed.path("closureReason").asString()).isEqualTo("合并");
		assertThat(this.api.get(path + "?asOf=2024-02-29").expect(200).path("status").asString()).isEqualTo("ACTIVE");
		this.api.get(path + "?asOf=1999-12-31").expect(404, "not-found");
		String list = "/organizations?regionCode=" + this.county;
		assertThat(total(list + "&asOf=2024-02-29")).isOne();
		assertThat(total(list + "&asOf=2024-03-01")).isZero();
		assertThat(total(list + "&asOf=2024-03-01&status=CLOSED")).isOne();
		assertThat(total(list + "&asOf=1999-12-31")).isZero();
		assertThat(total(list)).isOne();
		assertThat(total(list + "&status=ACTIVE")).isZero();
		this.api.post(path + "/closure", Map.of("closedOn", "2025-03-01", "reason", "x")).expect(409, "already-closed");
	}

	@Test
	void staysOpenWhileOrganizationsBelowItDo() {
		UUID centre = this.api.townshipCentre(this.county, "102");
		UUID clinic = this.api.clinic(this.county + "102201", centre);
		Map<String, Object> closure = Map.of("closedOn", "2024-03-01", "reason", "撤并");
		this.api.post("/organizations/" + centre + "/closure", closure).expect(409, "has-open-children");
		this.api.post("/organizations/" + clinic + "/closure", closure).expect(200);
		this.api.post("/organizations/" + centre + "/closure", closure).expect(200);
		assertThat(clinic("102202", centre).fieldProblem()).isEqualTo("/parentId parent-closed");
	}

	@Test
	void doesNotMoveAwayFromOrganizationsBelowIt() {
		UUID centre = this.api.townshipCentre(this.county, "102");
		this.api.clinic(this.county + "102201", centre);
		String path = "/organizations/" + centre;
		String etag = this.api.get(path).etag();
		this.api.patch(path, etag, Map.of("regionCode", this.county + "103")).expect(409, "has-open-children");
		this.api.patch(path, etag, Map.of("tier", "COUNTY")).expect(409, "has-open-children");
	}

	@Test
	void closesAndOpensAgainByReplacing() {
		Answer created = post("closedOn", "2024-03-01");
		assertThat(created.json().path("status").asString()).isEqualTo("CLOSED");
		String path = "/organizations/" + created.id();
		JsonNode opened = this.api.put(path, created.etag(), organization(this.county)).expect(200);
		assertThat(opened.path("status").asString()).isEqualTo("ACTIVE");
		assertThat(opened.has("closedOn")).isFalse();
	}

	@Test
	void isActiveUntilAClosingDateThatLiesAhead() {
		UUID id = this.api.hospital(this.county);
		String ahead = LocalDate.now(ZoneOffset.UTC).plusYears(1).toString();
		assertThat(this.api.post("/organizations/" + id + "/closure", Map.of("closedOn", ahead, "reason", "搬迁"))
			.expect(200)
			.path("status")
			.asString()).isEqualTo("ACTIVE");
	}

	private Answer clinic(String region, @Nullable UUID parent) {
		return this.api.post("/organizations", organization(this.county + region, "type", "D600", "parentId",
				(parent != null) ? parent.toString() : Api.ABSENT));
	}

	private Answer post(Object... fields) {
		return this.api.post("/organizations", organization(this.county, fields));
	}

	private int total(String path) {
		return this.api.get(path).expect(200).path("total").asInt();
	}

}
