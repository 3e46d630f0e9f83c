package cn.yigongti.iam.permission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.Declarations;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class DeclarationTests {

	/** A resource that no other test has. */
	private final String note = "note-" + letters();

	private final String service = "service-" + letters();

	private final MovableClock clock;

	private final int port;

	private final Api administrator;

	@Autowired
	DeclarationTests(MovableClock clock, @LocalServerPort int port) {
		this.clock = clock;
		this.port = port;
		this.administrator = new Api(port,
				TestTokens.user()
					.mayEverywhere("permission:read", "role:read", "role:write", "referral:read")
					.bearer());
	}

	@AfterEach
	void now() {
		this.clock.reset();
	}

	@Test
	void listsWhatServicesDeclareAndWhichOnesDo() {
		declare(this.service, own(":read")).expect(204);

		JsonNode declared = catalogued(this.note + ":read");
		assertThat(declared.path("name").asString()).isEqualTo("查看");
		assertThat(declared.path("services").path(0).asString()).isEqualTo(this.service);
		assertThat(declared.path("withdrawn").asBoolean(true)).isFalse();
		assertThat(this.administrator.get("/api/v1/permissions", "Accept-Language", "en").response().body())
			.contains("\"View\"");
		assertThat(catalogued("user:write").path("services").path(0).asString()).isEqualTo("iam-service");
	}

	@Test
	void takesADeclarationAsServicesSendIt() throws IOException {
		String sent = Files.readString(Path.of("..", "contracts", "iam-service", "permission-declaration.json"));

		put("sample-service", sent).expect(204);

		assertThat(catalogued("note:write").path("services").path(0).asString()).isEqualTo("sample-service");
		assertThat(catalogued("audit-event:read").path("services").valueStream().map(JsonNode::asString))
			.contains("sample-service", "iam-service", "referral-service");
	}

	@Test
	void aServiceDeclaresInItsOwnNameAlone() {
		Api other = new Api(this.port,
				TestTokens.service("other-service").mayEverywhere("permission:declare").bearer());
		Api person = new Api(this.port, TestTokens.user().mayEverywhere("permission:declare").bearer());
		String path = "/api/v1/permission-declarations/" + this.service;

		other.put(path, body(own(":read"))).refused(403, "foreign-declaration");
		person.put(path, body(own(":read"))).refused(403, "foreign-declaration");
		new Api(this.port, TestTokens.service(this.service).mayEverywhere("user:read").bearer())
			.put(path, body(own(":read")))
			.refused(403, "permission-missing");
	}

	@Test
	void whatAnotherServiceOwnsIsRefusedAndNothingOfTheDeclarationTaken() {
		declare(this.service, own(":read"), permission("referral:peek", false)).refused(409, "resource-owned");
		declare(this.service, permission("audit-event:purge", false)).refused(409, "resource-owned");
		declare(this.service, permission("referral:read", true)).refused(409, "resource-owned");

		assertThat(codes()).doesNotContain(this.note + ":read", "referral:peek", "audit-event:purge");
	}

	@Test
	void rolesThatFollowTheCatalogueGrowWithItAndOnlyThen() {
		declare(this.service, own(":read"), own(":write")).expect(204);

		JsonNode admin = role("PLATFORM_ADMIN");
		assertThat(permissions(admin)).contains(this.note + ":read", this.note + ":write");
		assertThat(permissions(role("REGULATOR"))).contains(this.note + ":read").doesNotContain(this.note + ":write");
		assertThat(permissions(role("DOCTOR"))).doesNotContain(this.note + ":read");

		declare(this.service, own(":read"), own(":write")).expect(204);
		assertThat(role("PLATFORM_ADMIN")).isEqualTo(admin);
	}

	@Test
	void whatAServiceLeavesOutForAnHourIsWithdrawn() {
		declare(this.service, own(":read"), own(":write")).expect(204);
		this.clock.advance(Duration.ofMinutes(59));
		declare(this.service, own(":read")).expect(204);
		assertThat(catalogued(this.note + ":write").path("withdrawn").asBoolean()).as("replicas differ").isFalse();

		this.clock.advance(Duration.ofMinutes(2));
		declare(this.service, own(":read")).expect(204);

		assertThat(catalogued(this.note + ":write").path("withdrawn").asBoolean()).isTrue();
		assertThat(catalogued(this.note + ":read").path("withdrawn").asBoolean()).isFalse();
		assertThat(catalogued("referral:read").path("withdrawn").asBoolean()).isFalse();
	}

	@Test
	void aRoleKeepsWhatWasWithdrawnAndNoRoleTakesItUp() {
		Api keeper = new Api(this.port,
				TestTokens.user().mayEverywhere("role:write", "referral:read", this.note + ":write").bearer());
		declare(this.service, own(":read"), own(":write")).expect(204);
		String code = "R" + letters().toUpperCase(Locale.ROOT);
		Answer made = keeper.post("/api/v1/roles", roleOf(code, this.note + ":write")).expect(201);
		withdrawWriting();

		Answer kept = keeper
			.put("/api/v1/roles/" + made.text("id"), roleOf(code, this.note + ":write", "referral:read"), "If-Match",
					made.etag())
			.expect(200);
		assertThat(permissions(kept.body())).contains(this.note + ":write");
		keeper.post("/api/v1/roles", roleOf("X" + code, this.note + ":write")).refused(422, "invalid");
	}

	@Test
	void whatOneServiceWithdrewAnotherMayTakeOver() {
		String heir = "service-" + letters();
		declare(this.service, own(":read"), own(":write")).expect(204);
		declare(heir, own(":write")).refused(409, "resource-owned");
		this.clock.advance(Duration.ofMinutes(61));
		declare(this.service, permission("other-" + letters() + ":read", false)).expect(204);

		declare(heir, own(":write")).expect(204);

		assertThat(catalogued(this.note + ":write").path("services").valueStream().map(JsonNode::asString))
			.containsExactly(heir);
		assertThat(catalogued(this.note + ":write").path("withdrawn").asBoolean()).isFalse();
	}

	@Test
	void saysWhatIsWrongWithADeclaration() {
		declare(this.service, permission("Note:read", false)).refused(422, "invalid");
		declare(this.service, permission("note", false)).refused(422, "invalid");
		declare(this.service).refused(422, "invalid");
	}

	@Test
	void theCatalogueHasWhatAllOurServicesDeclare() {
		assertThat(codes()).containsAll(Declarations.ofAllServices());
	}

	private void withdrawWriting() {
		this.clock.advance(Duration.ofMinutes(61));
		declare(this.service, own(":read")).expect(204);
	}

	private Answer declare(String by, String... permissions) {
		return put(by, body(permissions));
	}

	private Answer put(String by, String body) {
		return new Api(this.port, TestTokens.service(by).mayEverywhere("permission:declare").bearer())
			.put("/api/v1/permission-declarations/" + by, body);
	}

	private String own(String action) {
		return permission(this.note + action, false);
	}

	private static String permission(String code, boolean shared) {
		return "{\"code\":\"%s\",\"chinese\":\"查看\",\"english\":\"View\",\"shared\":%s}".formatted(code, shared);
	}

	private static String body(String... permissions) {
		return "{\"permissions\":[" + String.join(",", permissions) + "]}";
	}

	private static String roleOf(String code, String... permissions) {
		return "{\"code\":\"%s\",\"name\":\"角色\",\"permissions\":[%s]}".formatted(code,
				Stream.of(permissions).map((permission) -> '"' + permission + '"').collect(Collectors.joining(",")));
	}

	private JsonNode catalogued(String code) {
		return this.administrator.get("/api/v1/permissions")
			.expect(200)
			.body()
			.path("items")
			.valueStream()
			.filter((item) -> item.path("code").asString().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private List<String> codes() {
		return this.administrator.get("/api/v1/permissions")
			.body()
			.path("items")
			.valueStream()
			.map((item) -> item.path("code").asString())
			.toList();
	}

	private JsonNode role(String code) {
		return this.administrator.get("/api/v1/roles?builtIn=true&query=" + code).body().path("items").path(0);
	}

	private static Set<String> permissions(JsonNode role) {
		return role.path("permissions").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
	}

	private static String letters() {
		return UUID.randomUUID()
			.toString()
			.replace("-", "")
			.chars()
			.limit(12)
			.mapToObj((digit) -> String.valueOf((char) ('a' + Character.digit(digit, 16))))
			.collect(Collectors.joining());
	}

}
