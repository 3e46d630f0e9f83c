package cn.yigongti.iam.role;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.Declarations;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class RoleApiTests {

	private final County county;

	private final People people;

	private final int port;

	private final Api administrator;

	@Autowired
	RoleApiTests(County county, People people, @LocalServerPort int port) {
		this.county = county;
		this.people = people;
		this.port = port;
		this.administrator = new Api(port,
				TestTokens.user()
					.mayEverywhere("role:read", "role:write", "permission:read", "menu:read", "referral:read",
							"referral:write")
					.bearer());
	}

	@Test
	void aRoleIsMadeChangedAndDeleted() {
		String code = code();
		Answer made = create(code, "[\"referral:read\"]", "[\"REFERRAL_CENTRE\"]").expect(201);
		String path = made.response().headers().firstValue("Location").orElseThrow();
		assertThat(made.body().path("builtIn").asBoolean()).isFalse();
		assertThat(made.body().path("platformAccess").asBoolean()).isTrue();

		Answer changed = this.administrator
			.put(path, role(code, "[\"referral:read\",\"referral:write\"]", "[]"), "If-Match", made.etag())
			.expect(200);
		assertThat(changed.body().path("permissions").size()).isEqualTo(2);
		this.administrator.put(path, role(code, "[\"referral:read\"]", "[]"), "If-Match", made.etag())
			.refused(412, "stale-version");

		this.administrator.delete(path).expect(204);
		this.administrator.get(path).refused(404, "not-found");
	}

	@Test
	void builtInRolesAreListedAndStayAsTheyAre() {
		JsonNode doctor = this.administrator.get("/api/v1/roles?limit=200")
			.body()
			.path("items")
			.valueStream()
			.filter((role) -> role.path("code").asString().equals("DOCTOR"))
			.findFirst()
			.orElseThrow();
		String path = "/api/v1/roles/" + doctor.path("id").asString();

		assertThat(doctor.path("builtIn").asBoolean()).isTrue();
		this.administrator.put(path, role("DOCTOR", "[\"referral:read\"]", "[]"), "If-Match", "*")
			.refused(409, "role-built-in");
		this.administrator.delete(path).refused(409, "role-built-in");
	}

	@Test
	void nobodyMakesARoleThatHoldsMoreThanTheyDo() {
		create(code(), "[\"referral:export\"]", "[]").refused(403, "role-beyond-own-permissions");
		Api local = new Api(this.port,
				TestTokens.user()
					.mayEverywhere("role:write")
					.mayInConsortium(UUID.randomUUID(), "referral:read")
					.bearer());

		local.post("/api/v1/roles", role(code(), "[\"referral:read\"]", "[]"))
			.refused(403, "role-beyond-own-permissions");
	}

	@Test
	void nobodyGivesARoleMoreThanTheyHoldThoughItIsOthersWhoHoldTheRole() {
		String code = code();
		Answer made = create(code, "[\"referral:read\"]", "[]").expect(201);
		this.people.grant(this.people.doctor(this.county.organization("500229", null)), code, ScopeType.ALL, null);

		this.administrator
			.put("/api/v1/roles/" + made.text("id"), role(code, "[\"referral:read\",\"referral:export\"]", "[]"),
					"If-Match", made.etag())
			.refused(403, "role-beyond-own-permissions");
	}

	@Test
	void nobodyChangesOrDeletesARoleThatHoldsMoreThanTheyDo() {
		Api lesser = new Api(this.port, TestTokens.user().mayEverywhere("role:write", "referral:read").bearer());
		String code = code();
		Answer made = create(code, "[\"referral:read\",\"referral:write\"]", "[]").expect(201);

		lesser.put("/api/v1/roles/" + made.text("id"), role(code, "[\"referral:read\"]", "[]"), "If-Match", made.etag())
			.refused(403, "role-beyond-own-permissions");
		lesser.delete("/api/v1/roles/" + made.text("id")).refused(403, "role-beyond-own-permissions");
	}

	@Test
	void rolesAreKeptByWhoMayDoSoEverywhere() {
		Api local = new Api(this.port,
				TestTokens.user().mayInRegion("500229", "role:write").mayEverywhere("referral:read").bearer());

		local.post("/api/v1/roles", role(code(), "[\"referral:read\"]", "[]"))
			.refused(403, "role-beyond-own-permissions");
	}

	@Test
	void nobodyChangesARoleTheyHoldInSomeOtherScopeThanTheyAdministerIn() {
		String code = code();
		Answer made = create(code, "[\"referral:read\"]", "[]").expect(201);
		People.Person holder = this.people.activated(this.county.organization("500229", null));
		this.people.grant(holder, "PLATFORM_ADMIN", ScopeType.ALL, null);
		this.people.grant(holder, code, ScopeType.REGION, "500229");
		Api api = new Api(this.port,
				"Bearer " + new ConsoleSession(this.port).signIn(holder.loginName(), People.PASSWORD)
					.path("access_token")
					.asString());

		api.put("/api/v1/roles/" + made.text("id"), role(code, "[\"referral:write\"]", "[]"), "If-Match", made.etag())
			.refused(403, "own-role");
	}

	@Test
	void rolesAreFoundByCodeNameOriginAndWhatTheyHold() {
		String code = code();
		create(code, "[\"referral:write\"]", "[]").expect(201);

		assertThat(codes("?query=" + code.toLowerCase(Locale.ROOT))).containsExactly(code);
		assertThat(codes("?query=%E5%B9%B3%E5%8F%B0%E7%AE%A1")).containsExactly("PLATFORM_ADMIN");
		assertThat(codes("?query=%25")).isEmpty();
		assertThat(codes("?builtIn=true")).hasSize(7).contains("DOCTOR").doesNotContain(code);
		assertThat(codes("?builtIn=false&limit=200&permission=referral:write")).contains(code).doesNotContain("DOCTOR");
		assertThat(codes("?permission=role:write&builtIn=true")).containsExactly("PLATFORM_ADMIN");
		this.administrator.get("/api/v1/roles?permissions=role:write").refused(400, "unknown-parameter");
	}

	@Test
	void theListSaysHowManyHoldARole() {
		String code = code();
		Answer made = create(code, "[\"referral:read\"]", "[]").expect(201);
		People.Person holder = this.people.doctor(this.county.organization("500229", null));
		this.people.grant(holder, code, ScopeType.REGION, "500229");
		this.people.grant(holder, code, ScopeType.REGION, "500238");

		JsonNode listed = this.administrator.get("/api/v1/roles?query=" + code).body().path("items").path(0);
		assertThat(listed.path("holders").asInt()).as("one person, twice").isEqualTo(1);
		assertThat(this.administrator.get("/api/v1/roles/" + made.text("id")).body().has("holders")).isFalse();
	}

	private List<String> codes(String query) {
		return this.administrator.get("/api/v1/roles" + query)
			.expect(200)
			.body()
			.path("items")
			.valueStream()
			.map((role) -> role.path("code").asString())
			.toList();
	}

	@Test
	void nobodyChangesARoleTheyHoldThemselves() {
		Answer made = create("TEST", "[\"referral:read\"]", "[]").expect(201);

		this.administrator
			.put("/api/v1/roles/" + made.text("id"), role("TEST", "[\"referral:write\"]", "[]"), "If-Match",
					made.etag())
			.refused(403, "own-role");
	}

	@Test
	void aRoleThatSomebodyHoldsStays() {
		String code = code();
		Answer made = create(code, "[\"referral:read\"]", "[]").expect(201);
		this.people.grant(this.people.doctor(this.county.organization("500229", null)), code, ScopeType.REGION,
				"500229");

		this.administrator.delete("/api/v1/roles/" + made.text("id")).refused(409, "role-in-use");
	}

	@Test
	void saysWhatIsWrong() {
		String code = code();
		create(code, "[\"referral:read\"]", "[]").expect(201);
		create(code, "[\"referral:read\"]", "[]").refused(409, "role-code-taken");
		assertThat(errorOf(create("lower", "[\"referral:read\"]", "[]"))).isEqualTo("/code role-code");
		assertThat(errorOf(create(code(), "[\"no:thing\"]", "[]"))).isEqualTo("/permissions unknown-permission");
		assertThat(errorOf(create(code(), "[\"referral:read\"]", "[\"NOWHERE\"]"))).isEqualTo("/menus unknown-menu");
		assertThat(errorOf(create(code(), "[\"referral:read\"]", "[\"USERS\"]")))
			.isEqualTo("/menus menu-without-permission");
		this.administrator.post("/api/v1/roles", "{\"code\":\"X1\",\"title\":\"x\"}").refused(400, "unknown-field");
	}

	@Test
	void theCataloguesAreInTheReadersLanguage() {
		JsonNode chinese = this.administrator.get("/api/v1/permissions").expect(200).body();
		JsonNode english = this.administrator.get("/api/v1/permissions", "Accept-Language", "en").body();

		assertThat(chinese.path("items").valueStream().map((item) -> item.path("code").asString()))
			.containsAll(Declarations.ofAllServices());
		assertThat(nameOf(chinese, "referral:export")).isEqualTo("导出转诊");
		assertThat(nameOf(english, "referral:export")).isEqualTo("Export referrals");
		assertThat(this.administrator.get("/api/v1/roles", "Accept-Language", "en")
			.body()
			.path("items")
			.valueStream()
			.map((role) -> role.path("name").asString())).contains("Platform administrator");
		JsonNode menus = this.administrator.get("/api/v1/menus").expect(200).body().path("items");
		assertThat(menus.path(0).path("name").asString()).isEqualTo("首页");
		assertThat(menus.path(1).path("children").path(0).path("name").asString()).isEqualTo("双向转诊中心");
	}

	private static String nameOf(JsonNode catalogue, String code) {
		return catalogue.path("items")
			.valueStream()
			.filter((item) -> item.path("code").asString().equals(code))
			.map((item) -> item.path("name").asString())
			.findFirst()
			.orElseThrow();
	}

	private static String errorOf(Answer answer) {
		answer.refused(422, "invalid");
		JsonNode error = answer.body().path("errors").path(0);
		return error.path("pointer").asString() + " " + error.path("code").asString();
	}

	private Answer create(String code, String permissions, String menus) {
		return this.administrator.post("/api/v1/roles", role(code, permissions, menus));
	}

	private static String role(String code, String permissions, String menus) {
		return "{\"code\":\"%s\",\"name\":\"角色\",\"permissions\":%s,\"menus\":%s}".formatted(code, permissions, menus);
	}

	private static String code() {
		return "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
	}

}
