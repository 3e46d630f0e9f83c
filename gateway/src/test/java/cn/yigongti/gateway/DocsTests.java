package cn.yigongti.gateway;

import java.util.List;
import java.util.regex.Pattern;

import cn.yigongti.gateway.running.Answer;
import cn.yigongti.gateway.running.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DocsTests {

	private final RunningGateway gateway = RunningGateway.shared();

	@Test
	void listsTheDocumentOfEveryService() {
		JsonNode items = this.gateway.browser().get("/v3/api-docs").json().get("items");
		assertThat(items.findValuesAsString("service")).containsExactlyInAnyOrderElementsOf(RunningGateway.SERVICES);
		assertThat(items.findValuesAsString("name")).contains("双向转诊 · referral-service");
		assertThat(items.findValuesAsString("url")).contains("/v3/api-docs/referral-service");
	}

	@Test
	void namesTheServicesInEnglishToo() {
		Answer answer = this.gateway.browser().with("Accept-Language", "en").get("/v3/api-docs");
		assertThat(answer.json().get("items").findValuesAsString("name"))
			.contains("Two-way referral · referral-service");
	}

	@Test
	void showsEachDocumentWithOurAddressInIt() {
		for (String service : RunningGateway.SERVICES) {
			this.gateway.service(service)
				.answer("/v3/api-docs", 200, """
						{"openapi":"3.1.0","info":{"title":"%s 接口"},
						 "servers":[{"url":"http://10.0.0.7:8081","description":"Generated server url"}],"paths":{}}"""
					.formatted(service));
			JsonNode document = this.gateway.browser().get("/v3/api-docs/" + service).json();
			assertThat(document.at("/info/title").asString()).isEqualTo(service + " 接口");
			assertThat(document.get("servers").findValuesAsString("url")).isEqualTo(List.of(RunningGateway.ISSUER));
			assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
		}
	}

	@Test
	void keepsToItselfWhatServicesAnswerEachOtherAlone() {
		this.gateway.service("org-service").answer("/v3/api-docs", 200, """
				{"paths":{"/api/v1/organizations":{"get":{"x-permission":"organization:read"}},
				 "/api/v1/service-audit-events/lookups":{"post":{"x-internal":"true"}}}}""");
		assertThat(this.gateway.browser().get("/v3/api-docs/org-service").json().get("paths").propertyNames())
			.containsExactly("/api/v1/organizations");
	}

	@Test
	void showsADocumentOfAMegabyte() {
		this.gateway.service("org-service")
			.answer("/v3/api-docs", 200, "{\"info\":\"" + "x".repeat(1024 * 1024) + "\"}");
		assertThat(this.gateway.browser().get("/v3/api-docs/org-service").json().has("servers")).isTrue();
	}

	@Test
	void handsOnWhatAServiceSaysInsteadOfItsDocument() {
		this.gateway.service("org-service").answer("/v3/api-docs", 500, "{\"code\":\"internal-error\"}");
		Answer answer = this.gateway.browser().get("/v3/api-docs/org-service");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.body()).isEqualTo("{\"code\":\"internal-error\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs", "/docs/" })
	void leadsToThePage(String path) {
		Answer answer = this.gateway.browser().get(path);
		assertThat(answer.status()).isEqualTo(307);
		assertThat(answer.header("Location")).isEqualTo("/docs/index.html");
	}

	@Test
	void servesThePageWithAllItNeeds() {
		Answer page = this.gateway.browser().get("/docs/index.html");
		assertThat(page.header("Content-Type")).startsWith("text/html");
		List<String> parts = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
			.matcher(page.body())
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(parts).hasSizeGreaterThan(4).noneMatch((part) -> part.contains("//"));
		for (String part : parts) {
			String path = part.startsWith("/") ? part : "/docs/" + part;
			assertThat(this.gateway.browser().get(path).status()).as(path).isEqualTo(200);
		}
		assertThat(page.body()).doesNotContain("<style", "<script>", "style=", "onload=");
		assertThat(page.header("Content-Security-Policy")).contains("script-src 'self';");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs/nothing.js", "/docs/%2e%2e/application.yml", "/docs/../application.yml",
			"/docs/application.yml" })
	void servesNothingElse(String path) {
		assertThat(this.gateway.browser().get(path).status()).isBetween(400, 404);
	}

}
