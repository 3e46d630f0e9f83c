package cn.yigongti.endtoend;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
					.forEach((method) -> call(nobody, method, concrete(path), item.path(method)).isProblem(403,
							"platform-access-missing")));
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
					.forEach((method) -> call(anonymous, method, concrete(path), item.path(method)).isProblem(401,
							"unauthorized")));
		}
	}

	/**
	 * Real ids of the county next door, in every operation that takes one. A body may be
	 * refused before its resource is looked for, but nothing is ever done.
	 */
	@Test
	void idsOfAnotherConsortiumAreNotThereForAnyOperation() {
		Gateway other = this.county.as("otherConsortiumAdmin").with("If-Match", "*");
		Map<String, String> foreign = foreignIds();
		for (JsonNode service : ApiDocuments.of(this.county).values()) {
			service.path("paths").forEachEntry((path, item) -> foreign.forEach((collection, id) -> {
				if (path.startsWith("/api/v1/" + collection + "/{")) {
					item.propertyNames().forEach((method) -> refusesForeign(other, method, filled(path, id), item));
				}
			}));
		}
	}

	private static void refusesForeign(Gateway other, String method, String path, JsonNode item) {
		boolean body = item.path(method).has("requestBody");
		Answer answer = call(other, method, path, item.path(method));
		if (body) {
			assertThat(answer.status()).as("%s %s", method, path).isIn(400, 403, 404, 422);
		}
		else {
			assertThat(answer.status()).as("%s %s", method, path).isIn(403, 404);
		}
	}

	private Map<String, String> foreignIds() {
		Gateway admin = this.county.as("platformAdmin");
		Map<String, String> ids = new HashMap<>();
		for (String collection : List.of("clients", "referrals", "referral-relations")) {
			admin.forEachItem("/api/v1/" + collection, (item) -> ids.putIfAbsent(collection, text(item, "id")));
		}
		ids.put("organizations", this.county.organization("peoplesHospital"));
		ids.put("consortia", this.county.text("consortiumId"));
		ids.put("users", this.county.person("countyDoctor").path("userId").asString());
		return ids;
	}

	private String filled(String path, String id) {
		return path.replaceFirst("\\{[^}]+}", id).replaceAll("\\{[^}]+}", this.county.organization("peoplesHospital"));
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
					admin.get(concrete(path) + required(item.path("get"))).isProblem(404, "not-found");
				}
			});
		}
	}

	/** Calls an operation with an empty body of the kind that it takes. */
	private static Answer call(Gateway caller, String method, String path, JsonNode operation) {
		String verb = method.toUpperCase(Locale.ROOT);
		Optional<String> type = operation.at("/requestBody/content").propertyNames().stream().findFirst();
		if (type.isEmpty()) {
			return caller.send(verb, path, null);
		}
		boolean form = type.get().startsWith("multipart/");
		return caller.with("Content-Type", type.get() + (form ? "; boundary=x" : ""))
			.send(verb, path, form ? "--x--\r\n" : "{}");
	}

	private static boolean isOpen(JsonNode operation) {
		return operation.has("security") && operation.path("security").isEmpty();
	}

	/** The year, where an operation can't do without. */
	private static String required(JsonNode operation) {
		return operation.path("parameters")
			.valueStream()
			.filter((parameter) -> parameter.path("required").asBoolean()
					&& parameter.path("name").asString().equals("year"))
			.map((parameter) -> "?year=2026")
			.findFirst()
			.orElse("");
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
