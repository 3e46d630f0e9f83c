package cn.yigongti.org.organization;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests with an {@code Idempotency-Key}, whose transaction is wider than our own. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RepeatedRequestTests {

	private final RestTestClient http;

	private final String bearer = TestTokens.user()
		.mayEverywhere("organization:read", "organization:write", "consortium:read", "consortium:write")
		.bearer();

	private final String county = Api.newCounty();

	RepeatedRequestTests(RestTestClient http) {
		this.http = http;
	}

	@Test
	void registerOneOrganization() {
		Map<String, Object> body = Api.organization(this.county, "institutionCode", this.county);
		String key = UUID.randomUUID().toString();
		JsonNode first = post("/organizations", key, body, 201);
		assertThat(post("/organizations", key, body, 201)).isEqualTo(first);
		assertThat(post("/organizations", UUID.randomUUID().toString(), body, 409).path("code").asString())
			.isEqualTo("duplicate-code");
	}

	@Test
	void establishOneConsortium() {
		String lead = post("/organizations", UUID.randomUUID().toString(), Api.organization(this.county), 201)
			.path("id")
			.asString();
		Map<String, Object> body = Map.of("name", "医共体", "regionCode", this.county, "leadOrganizationId", lead,
				"establishedOn", "2020-01-01");
		String key = UUID.randomUUID().toString();
		assertThat(post("/consortia", key, body, 201)).isEqualTo(post("/consortia", key, body, 201));
		assertThat(post("/consortia", UUID.randomUUID().toString(), body, 409).path("code").asString())
			.isEqualTo("already-member");
	}

	@Test
	void areRefusedInEnglishToWhoeverAsksForIt() {
		JsonNode problem = post("/organizations", UUID.randomUUID().toString(),
				Api.organization(this.county, "creditCode", "125002290000010112"), 422);
		assertThat(problem.path("errors").get(0).path("detail").asString())
			.isEqualTo("check character 18 is \"2\" and should be \"1\"");
	}

	private JsonNode post(String path, String key, Map<String, Object> body, int status) {
		String answer = this.http.post()
			.uri("/api/v1" + path)
			.header("Authorization", this.bearer)
			.header("Idempotency-Key", key)
			.header("Accept-Language", "en")
			.contentType(MediaType.APPLICATION_JSON)
			.body(JsonMapper.shared().writeValueAsString(body))
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.returnResult(String.class)
			.getResponseBody();
		return JsonMapper.shared().readTree(Objects.requireNonNull(answer));
	}

}
