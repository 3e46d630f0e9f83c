package cn.yigongti.endtoend;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sees what, on every list there is. */
class ScopeTests {

	private final County county = County.running();

	@Test
	void villageDoctorSeesTheirClinicAlone() {
		String clinic = this.county.organization("village1");
		Gateway doctor = this.county.as("villageDoctor");
		assertThat(ids(doctor, "/api/v1/organizations")).containsExactly(clinic);
		doctor.forEachItem("/api/v1/referrals",
				(referral) -> assertThat(Set.of(text(referral, "sourceId"), text(referral, "targetId")))
					.contains(clinic));
		doctor.forEachItem("/api/v1/referral-relations",
				(relation) -> assertThat(Set.of(text(relation, "sourceId"), text(relation, "targetId")))
					.contains(clinic));
		doctor.forEachItem("/api/v1/users", (user) -> assertThat(text(user, "organizationId")).isEqualTo(clinic));
		doctor.get("/api/v1/organizations/" + this.county.organization("township2")).isProblem(404, "not-found");
	}

	@Test
	void otherConsortiumSeesNothingOfThisOne() {
		Gateway other = this.county.as("otherConsortiumAdmin");
		assertThat(ids(other, "/api/v1/organizations")).hasSize(7)
			.contains(this.county.organization("otherHospital"))
			.doesNotContain(this.county.organization("peoplesHospital"));
		assertThat(ids(other, "/api/v1/consortia")).containsExactly(this.county.text("otherConsortiumId"));
		assertThat(ids(other, "/api/v1/referrals")).isEmpty();
		assertThat(other.get("/api/v1/referrals").body().path("total").asInt()).isZero();
		assertThat(ids(other, "/api/v1/referral-relations")).isEmpty();
		other.get("/api/v1/consortia/" + this.county.text("consortiumId")).isProblem(404, "not-found");
		other.get("/api/v1/consortia/" + this.county.text("consortiumId") + "/members").isProblem(404, "not-found");
		other.get("/api/v1/users/" + this.county.person("countyDoctor").path("userId").asString())
			.isProblem(404, "not-found");
		String referral = this.county.as("regulator")
			.get("/api/v1/referrals?limit=1")
			.items()
			.path(0)
			.path("id")
			.asString();
		other.get("/api/v1/referrals/" + referral).isProblem(404, "not-found");
		other.get("/api/v1/referrals/" + referral + "/history").isProblem(404, "not-found");
		other.post("/api/v1/referrals/" + referral + "/void", "{\"reason\":\"不属于我\"}").isProblem(404, "not-found");
		other
			.post("/api/v1/referral-relations/auto-configurations",
					"{\"organizationId\":\"" + this.county.organization("peoplesHospital") + "\",\"dryRun\":true}")
			.isProblem(404, "not-found");
	}

	@Test
	void regulatorSeesTheWholeCountyAndNoOther() {
		Gateway regulator = this.county.as("regulator");
		assertThat(regulator.get("/api/v1/organizations?limit=1").body().path("total").asInt()).isEqualTo(232);
		regulator.get("/api/v1/organizations/" + this.county.organization("otherHospital")).isProblem(404, "not-found");
		regulator
			.post("/api/v1/referral-relations",
					"{\"sourceId\":\"%s\",\"targetId\":\"%s\",\"type\":\"UP\"}".formatted(UUID.randomUUID(),
							UUID.randomUUID()))
			.isProblem(403, "permission-missing");
	}

	@Test
	void userWithoutARoleIsRefusedEverywhere() {
		Gateway nobody = this.county.as("noRole");
		for (Map.Entry<String, JsonNode> service : ApiDocuments.of(this.county).entrySet()) {
			service.getValue()
				.path("paths")
				.forEachEntry((path, item) -> item.propertyNames()
					.stream()
					.filter((method) -> !isOpen(item.path(method)))
					.forEach((method) -> nobody.send(method.toUpperCase(Locale.ROOT), concrete(path), "{}")
						.isProblem(403, "platform-access-missing")));
		}
	}

	@Test
	void nobodyIsAskedForAToken() {
		Gateway anonymous = this.county.anonymous();
		for (Map.Entry<String, JsonNode> service : ApiDocuments.of(this.county).entrySet()) {
			service.getValue()
				.path("paths")
				.forEachEntry((path, item) -> item.propertyNames()
					.stream()
					.filter((method) -> !isOpen(item.path(method)))
					.forEach((method) -> anonymous.send(method.toUpperCase(Locale.ROOT), concrete(path), "{}")
						.isProblem(401, "unauthorized")));
		}
	}

	/**
	 * A platform administrator may do everything, so what is made up is simply not there.
	 */
	@Test
	void whatIsMadeUpIsNotFoundBySingleReads() {
		Gateway admin = this.county.as("platformAdmin");
		for (Map.Entry<String, JsonNode> service : ApiDocuments.of(this.county).entrySet()) {
			service.getValue().path("paths").forEachEntry((path, item) -> {
				if (item.has("get") && path.contains("{")) {
					admin.get(concrete(path)).isProblem(404, "not-found");
				}
			});
		}
	}

	private static boolean isOpen(JsonNode operation) {
		return operation.has("security") && operation.path("security").isEmpty();
	}

	private static String concrete(String path) {
		return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
	}

	private static Set<String> ids(Gateway caller, String list) {
		Set<String> ids = new HashSet<>();
		caller.forEachItem(list, (item) -> ids.add(text(item, "id")));
		return ids;
	}

	private static String text(JsonNode item, String member) {
		return item.path(member).asString("");
	}

}
