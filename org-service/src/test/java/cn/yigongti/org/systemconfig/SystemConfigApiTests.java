package cn.yigongti.org.systemconfig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SystemConfigTest
class SystemConfigApiTests {

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final Api api;

	private final Configured world;

	SystemConfigApiTests(RestTestClient http, JdbcClient jdbc) {
		this.http = http;
		this.jdbc = jdbc;
		this.api = Api.administrator(http);
		this.world = Configured.world(this.api);
	}

	@Test
	void replacesTheWholeAndTellsTheVersion() {
		String path = Configured.path(this.world.lead());
		String empty = this.api.get(path).etag();
		Api.Answer named = this.api.put(path, empty, Map.of("systemName", "甲", "regional", true));
		assertThat(named.expect(200).path("systemName").asString()).isEqualTo("甲");
		assertThat(named.etag()).isNotEqualTo(empty).isEqualTo(this.api.get(path).etag());
		this.api.put(path, empty, Map.of()).expect(412, "stale-version");
		this.api.put(path, null, Map.of()).expect(428, "version-required");
		assertThat(this.api.get(path, "If-None-Match", named.etag()).status()).isEqualTo(304);
		JsonNode renamed = this.api.put(path, named.etag(), Map.of("systemName", "乙")).expect(200);
		assertThat(renamed.has("regional")).isFalse();
	}

	@Test
	void changesTheVersionWithWhatIsInherited() {
		String path = Configured.path(this.world.clinic());
		String before = this.api.get(path).etag();
		this.world.set(this.world.centre(), Map.of("systemName", "甲"));
		assertThat(this.api.get(path, "If-None-Match", before).status()).isEqualTo(200);
		this.api.put(path, before, Map.of()).expect(412, "stale-version");
	}

	@ParameterizedTest
	@CsvSource({ "HTTPS://HIS.Example.CN:443/api/, https://his.example.cn/api",
			"http://his.example.cn.:80, http://his.example.cn",
			"https://人民医院.example.cn/, https://xn--gmqr3i7y0adw2b.example.cn",
			"'  http://his.example.cn:8080 ', http://his.example.cn:8080" })
	void keepsAddressesInOneSpelling(String typed, String kept) {
		this.world.set(this.world.lead(), Map.of("systemApiUrl", typed));
		assertThat(this.world.read(this.world.clinic()).path("systemApiUrl").asString()).isEqualTo(kept);
	}

	@ParameterizedTest
	@CsvSource({ "systemApiUrl, ftp://his.example.cn, address-scheme",
			"systemApiUrl, javascript:alert(1), address-scheme", "systemApiUrl, '', address-scheme",
			"consultationApiUrl, https://other.org, address-not-allowed",
			"platformUrl, https://a@his.example.cn, address-user-info",
			"platformUrl, https://his.example.cn?x=1, address-query",
			"systemApiUrl, http://169.254.169.254/latest, address-literal",
			"systemApiUrl, http://2852039166, address-literal", "systemApiUrl, http://0xa9fea9fe, address-literal",
			"systemApiUrl, http://0251.0376.0251.0376, address-literal",
			"systemApiUrl, 'http://[::ffff:169.254.169.254]', address-literal", "systemName, ' ', not-blank",
			"systemName, '　', not-blank", "systemName, '', not-blank" })
	void namesTheFieldAndTheFlaw(String field, String value, String code) {
		assertThat(put(Map.of(field, value)).fieldProblem()).isEqualTo("/" + field + " " + code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "甲\n乙", "甲\u0085乙", "甲\u202e乙", "甲\u2028乙" })
	void refusesNamesThatDoNotPrint(String name) {
		assertThat(put(Map.of("systemName", name)).fieldProblem()).isEqualTo("/systemName control-character");
	}

	@Test
	void limitsTheLengthOfNames() {
		put(Map.of("systemName", "医".repeat(60))).expect(200);
		assertThat(put(Map.of("systemName", "医".repeat(61))).fieldProblem()).isEqualTo("/systemName size");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		put(Map.of("iconUrl", "https://his.example.cn/icon.png")).expect(400, "unknown-field");
		put(Map.of("regional", "maybe")).expect(400, "malformed");
	}

	@Test
	void saysWhoChangedIt() {
		UUID user = UUID.randomUUID();
		Api admin = Api.of(this.http,
				TestTokens.user(user).mayInOrganization(this.world.lead(), "system-config:write"));
		admin.put(Configured.path(this.world.lead()), "*", Map.of("systemName", "甲")).expect(200);
		assertThat(this.jdbc.sql("select action from audit_event where caller = :user and resource_id = :id")
			.param("user", user.toString())
			.param("id", this.world.lead().toString())
			.query(String.class)
			.list()).containsExactly("system-config:replace");
	}

	@Test
	void reachesNoFurtherThanTheGrant() {
		Api doctor = Api.of(this.http,
				TestTokens.user()
					.mayInOrganization(this.world.clinic(), "system-config:read")
					.mayInOrganization(this.world.centre(), "system-config:read", "system-config:write"));
		doctor.get(Configured.path(this.world.clinic())).expect(200);
		doctor.put(Configured.path(this.world.clinic()), "*", Map.of()).expect(404, "not-found");
		doctor.put(Configured.path(this.world.centre()), "*", Map.of()).expect(200);
		doctor.get(Configured.path(this.world.lead())).expect(404, "not-found");
		doctor.get(Configured.path(UUID.randomUUID())).expect(404, "not-found");
		assertThat(listed(doctor, "")).containsExactlyInAnyOrder(this.world.clinic(), this.world.centre());
		Api.of(this.http, TestTokens.user().mayInOrganization(this.world.clinic(), "organization:read"))
			.get(Configured.path(this.world.clinic()))
			.expect(403, "permission-missing");
	}

	@Test
	void listsWhatAppliesInAConsortiumADivisionOrUnderAName() {
		UUID free = this.api
			.post("/organizations", Api.organization(this.world.county() + "104", "type", "C220", "name", "枫林镇卫生院"))
			.id();
		String region = "?regionCode=" + this.world.county();
		assertThat(listed(this.api, region)).containsExactlyInAnyOrder(this.world.lead(), this.world.hospital(),
				this.world.centre(), this.world.clinic(), free);
		assertThat(listed(this.api, "?consortiumId=" + this.world.consortium())).containsExactlyInAnyOrder(
				this.world.lead(), this.world.hospital(), this.world.centre(), this.world.clinic());
		assertThat(listed(this.api, "?regionCode=" + this.world.county() + "102"))
			.containsExactlyInAnyOrder(this.world.centre(), this.world.clinic());
		assertThat(listed(this.api, region + "&query=枫林")).containsExactly(free);
		this.api.post("/organizations/" + free + "/closure", Map.of("closedOn", "2025-01-01", "reason", "x"))
			.expect(200);
		assertThat(listed(this.api, region)).doesNotContain(free);
		this.api.get("/system-configs?regionCode=x").expect(400, "invalid-parameter");
		this.api.get("/system-configs?colour=red").expect(400, "unknown-parameter");
	}

	@Test
	void aServicePagesThroughAll() {
		this.world.set(this.world.lead(), Map.of("systemName", "医共体"));
		Api service = Api.of(this.http, TestTokens.service("iam-service").mayEverywhere("system-config:read"));
		Map<UUID, JsonNode> all = new HashMap<>();
		String cursor = "";
		do {
			JsonNode page = service.get("/system-configs?limit=3" + cursor).expect(200);
			page.path("items")
				.forEach((item) -> assertThat(all.put(UUID.fromString(item.path("organizationId").asString()), item))
					.isNull());
			cursor = page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asString();
		}
		while (!cursor.isEmpty());
		for (UUID member : List.of(this.world.lead(), this.world.hospital(), this.world.centre(),
				this.world.clinic())) {
			assertThat(all.get(member)).isEqualTo(this.world.read(member));
			assertThat(this.world.read(member).path("systemName").asString()).isEqualTo("医共体");
		}
	}

	private Api.Answer put(Map<String, ?> settings) {
		return this.api.put(Configured.path(this.world.lead()), "*", settings);
	}

	private static List<UUID> listed(Api caller, String filter) {
		List<UUID> ids = new ArrayList<>();
		caller.get("/system-configs" + filter)
			.expect(200)
			.path("items")
			.forEach((item) -> ids.add(UUID.fromString(item.path("organizationId").asString())));
		return ids;
	}

}
