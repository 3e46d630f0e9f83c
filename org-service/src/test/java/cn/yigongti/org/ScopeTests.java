package cn.yigongti.org;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static cn.yigongti.org.Api.organization;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two counties: one whose consortium has a hospital, a centre and a clinic, with a second
 * centre in no consortium; and a neighbour with a consortium of one hospital.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ScopeTests {

	private static final String[] READ = { "organization:read", "consortium:read" };

	private static final String[] WRITE = { "organization:read", "organization:write", "consortium:read",
			"consortium:write" };

	private final RestTestClient http;

	private final Api administrator;

	private final String county = Api.newCounty();

	private final String neighbour = Api.newCounty();

	private UUID hospital = UUID.randomUUID();

	private UUID centre = UUID.randomUUID();

	private UUID clinic = UUID.randomUUID();

	private UUID free = UUID.randomUUID();

	private UUID foreign = UUID.randomUUID();

	private UUID consortium = UUID.randomUUID();

	private UUID foreignConsortium = UUID.randomUUID();

	ScopeTests(RestTestClient http) {
		this.http = http;
		this.administrator = Api.administrator(http);
	}

	@BeforeEach
	void populate() {
		this.hospital = this.administrator.hospital(this.county);
		this.centre = this.administrator.townshipCentre(this.county, "102");
		this.clinic = this.administrator.clinic(this.county + "102201", this.centre);
		this.free = this.administrator.townshipCentre(this.county, "103");
		this.consortium = this.administrator.consortium(this.county, this.hospital);
		this.administrator
			.post("/consortia/" + this.consortium + "/members",
					Map.of("organizationIds", List.of(this.centre, this.clinic), "joinedOn", "2024-01-01"))
			.expect(201);
		this.foreign = this.administrator.hospital(this.neighbour);
		this.foreignConsortium = this.administrator.consortium(this.neighbour, this.foreign);
	}

	@Test
	void whoHasAGrantForAnOrganizationSeesThatOneAndItsConsortium() {
		Api doctor = Api.of(this.http, TestTokens.user().of(this.clinic).mayInOrganization(this.clinic, READ));
		assertThat(organizations(doctor)).containsExactly(this.clinic);
		doctor.get("/organizations/" + this.clinic).expect(200);
		doctor.get("/organizations/" + this.centre).expect(404, "not-found");
		assertThat(consortia(doctor)).containsExactly(this.consortium);
		doctor.get("/consortia/" + this.foreignConsortium).expect(404, "not-found");
		doctor.get("/consortia/" + this.foreignConsortium + "/members").expect(404, "not-found");
		assertThat(members(doctor, "")).containsExactly(this.clinic);
		doctor.get("/consortia/" + this.consortium + "/members/" + this.clinic).expect(200);
		doctor.get("/consortia/" + this.consortium + "/members/" + this.centre).expect(404, "not-found");
	}

	@Test
	void whoHasAGrantForAConsortiumSeesItsMembersOfToday() {
		Api doctor = Api.of(this.http, TestTokens.user().mayInConsortium(this.consortium, READ));
		assertThat(organizations(doctor)).containsExactlyInAnyOrder(this.hospital, this.centre, this.clinic);
		assertThat(consortia(doctor)).containsExactly(this.consortium);
		this.administrator.delete("/consortia/" + this.consortium + "/members/" + this.clinic + "?leftOn=2025-01-01");
		assertThat(organizations(doctor)).containsExactlyInAnyOrder(this.hospital, this.centre);
		doctor.get("/organizations/" + this.clinic + "?asOf=2024-06-01").expect(404, "not-found");
		assertThat(members(doctor, "?asOf=2024-06-01")).contains(this.clinic);
		assertThat(members(doctor, "")).doesNotContain(this.clinic);
	}

	@Test
	void whoHasAGrantForARegionSeesWhatBeginsWithItsCode() {
		Api regulator = Api.of(this.http, TestTokens.user().mayInRegion(this.county, READ));
		assertThat(organizations(regulator)).containsExactlyInAnyOrder(this.hospital, this.centre, this.clinic,
				this.free);
		assertThat(consortia(regulator)).containsExactly(this.consortium);
		Api township = Api.of(this.http, TestTokens.user().mayInRegion(this.county + "102", READ));
		assertThat(organizations(township)).containsExactlyInAnyOrder(this.centre, this.clinic);
		assertThat(consortia(township)).isEmpty();
	}

	@Test
	void grantsAddUp() {
		Api both = Api.of(this.http,
				TestTokens.user()
					.mayInOrganization(this.free, READ)
					.mayInConsortium(this.foreignConsortium, READ)
					.mayInRegion(this.county + "102", READ));
		assertThat(organizations(both)).containsExactlyInAnyOrder(this.free, this.foreign, this.centre, this.clinic);
		JsonNode page = both.get("/organizations?limit=1").expect(200);
		assertThat(page.path("total").asInt()).isEqualTo(4);
	}

	@Test
	void nobodySeesAnythingThroughAnotherPermission() {
		Api analyst = Api.of(this.http,
				TestTokens.user()
					.mayInConsortium(this.consortium, "region:read")
					.mayInOrganization(this.clinic, "organization:read"));
		assertThat(organizations(analyst)).containsExactly(this.clinic);
		analyst.get("/consortia").expect(403, "permission-missing");
	}

	@Test
	void aLookupLeavesOutWhatIsOutOfReach() {
		Api doctor = Api.of(this.http, TestTokens.user().mayInConsortium(this.consortium, READ));
		JsonNode items = doctor
			.post("/organizations/lookups", Map.of("ids", List.of(this.clinic, this.foreign, this.free)))
			.expect(200)
			.path("items");
		assertThat(ids(items, "id")).containsExactly(this.clinic);
	}

	@Test
	void aConsortiumAdministratorRegistersAndTakesInOrganizationsOfTheCounty() {
		Api admin = Api.of(this.http, TestTokens.user().mayInConsortium(this.consortium, WRITE));
		assertThat(organizations(admin)).contains(this.free).doesNotContain(this.foreign);
		UUID fresh = admin.townshipCentre(this.county, "104");
		admin.get("/organizations/" + fresh).expect(200);
		admin.join(this.consortium, fresh, "2025-01-01").expect(201);
		admin.join(this.consortium, this.free, "2025-01-01").expect(201);
		admin.post("/organizations", organization(this.neighbour)).expect(403, "scope-exceeded");
		assertThat(admin.join(this.consortium, this.foreign, "2025-01-01").fieldProblem())
			.isEqualTo("/organizationId unknown-organization");
		admin
			.post("/consortia", Map.of("name", "二", "regionCode", this.county, "leadOrganizationId", this.free,
					"establishedOn", "2024-01-01"))
			.expect(403, "scope-exceeded");
	}

	@Test
	void nobodyChangesWhatIsOutOfReach() {
		Api admin = Api.of(this.http, TestTokens.user().mayInConsortium(this.consortium, WRITE));
		Map<String, Object> body = organization(this.neighbour);
		admin.put("/organizations/" + this.foreign, "*", body).expect(404, "not-found");
		admin.patch("/organizations/" + this.foreign, "*", "{\"name\":\"x\"}").expect(404, "not-found");
		admin.post("/organizations/" + this.foreign + "/closure", Map.of("closedOn", "2024-01-01", "reason", "x"))
			.expect(404, "not-found");
		String path = "/consortia/" + this.foreignConsortium;
		admin.patch(path, "*", "{\"name\":\"x\"}").expect(404, "not-found");
		admin.put(path + "/lead", "*", Map.of("organizationId", this.foreign, "from", "2024-01-01"))
			.expect(404, "not-found");
		admin.join(this.foreignConsortium, this.free, "2024-01-01").expect(404, "not-found");
		admin.delete(path + "/members/" + this.foreign).expect(404, "not-found");
	}

	@Test
	void aGrantForAnOrganizationIsEnoughToChangeItButNotItsConsortium() {
		Api clerk = Api.of(this.http, TestTokens.user().mayInOrganization(this.clinic, WRITE));
		clerk.patch("/organizations/" + this.clinic, "*", "{\"phone\":\"023-1\"}").expect(200);
		clerk.patch("/consortia/" + this.consortium, "*", "{\"name\":\"x\"}").expect(404, "not-found");
		clerk.delete("/consortia/" + this.consortium + "/members/" + this.clinic).expect(404, "not-found");
		clerk.post("/organizations", organization(this.county)).expect(403, "scope-exceeded");
	}

	@Test
	void nobodyMovesAnOrganizationOutOfTheirOwnReach() {
		Api county = Api.of(this.http, TestTokens.user().mayInRegion(this.county, WRITE));
		county.patch("/organizations/" + this.free, "*", Map.of("regionCode", this.neighbour + "103"))
			.expect(403, "scope-exceeded");
		assertThat(this.administrator.get("/organizations/" + this.free).expect(200).path("regionCode").asString())
			.isEqualTo(this.county + "103");
	}

	@Test
	void aConflictDoesNotTellOfAConsortiumOutOfReach() {
		UUID city = this.administrator.post("/organizations", organization(this.neighbour, "tier", "CITY")).id();
		this.administrator.join(this.foreignConsortium, city, "2024-01-01").expect(201);
		Api admin = Api.of(this.http,
				TestTokens.user().mayInConsortium(this.consortium, WRITE).mayInOrganization(city, "organization:read"));
		JsonNode problem = admin.join(this.consortium, city, "2024-01-01").expect(409, "already-member");
		assertThat(problem.has("consortiumId")).isFalse();
		assertThat(problem.toString()).doesNotContain(this.foreignConsortium.toString());
	}

	private List<UUID> organizations(Api caller) {
		return ids(caller.get("/organizations?limit=200").expect(200).path("items"), "id");
	}

	private List<UUID> consortia(Api caller) {
		return ids(caller.get("/consortia?limit=200").expect(200).path("items"), "id");
	}

	private List<UUID> members(Api caller, String query) {
		return ids(caller.get("/consortia/" + this.consortium + "/members" + query).expect(200).path("items"),
				"organizationId");
	}

	private static List<UUID> ids(JsonNode items, String field) {
		return items.valueStream()
			.map((item) -> UUID.fromString(item.path(field).asString()))
			.collect(Collectors.toList());
	}

}
