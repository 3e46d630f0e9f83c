package cn.yigongti.org;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.org.organizationimport.ImportApi;
import cn.yigongti.org.organizationimport.Table;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static cn.yigongti.org.Api.organization;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callers with every permission in one county, by each kind of scope, at every operation
 * with an id in its path: what belongs to the neighbours is not there, although it is.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OutOfReachTests {

	private static final String[] EVERYTHING = { "organization:read", "organization:write", "organization:import",
			"consortium:read", "consortium:write", "system-config:read", "system-config:write" };

	/** Sound bodies: with another one an answer would not be about the id. */
	private static final Map<String, Object> BODIES = Map.of("PUT /organizations/{id}", organization("500229"),
			"POST /organizations/{id}/closure", Map.of("closedOn", "2024-01-01", "reason", "撤并"), "PUT /consortia/{id}",
			Map.of("name", "医共体", "regionCode", "500229", "leadOrganizationId", UUID.randomUUID(), "establishedOn",
					"2020-01-01"),
			"PUT /consortia/{id}/lead", Map.of("organizationId", UUID.randomUUID(), "from", "2024-01-01"),
			"POST /consortia/{id}/members", Map.of("organizationId", UUID.randomUUID(), "joinedOn", "2024-01-01"));

	private final RestTestClient http;

	private final Api administrator;

	private final String county = Api.newCounty();

	private final String neighbour = Api.newCounty();

	private UUID hospital = UUID.randomUUID();

	private UUID consortium = UUID.randomUUID();

	private UUID foreign = UUID.randomUUID();

	private UUID foreignConsortium = UUID.randomUUID();

	private UUID foreignImport = UUID.randomUUID();

	OutOfReachTests(RestTestClient http) {
		this.http = http;
		this.administrator = Api.administrator(http);
	}

	@BeforeEach
	void populate() {
		this.hospital = this.administrator.hospital(this.county);
		this.consortium = this.administrator.consortium(this.county, this.hospital);
		this.foreign = this.administrator.hospital(this.neighbour);
		this.foreignConsortium = this.administrator.consortium(this.neighbour, this.foreign);
		byte[] file = new Table().add("医院", "A100", this.neighbour, "1", "").as(Table.CSV);
		this.foreignImport = UUID
			.fromString(ImportApi.everywhere(this.http).run("?dryRun=true", file).path("id").asString());
	}

	private Map<String, TestTokens> callers() {
		return Map.of("organization", TestTokens.user().of(this.hospital).mayInOrganization(this.hospital, EVERYTHING),
				"consortium", TestTokens.user().mayInConsortium(this.consortium, EVERYTHING), "region",
				TestTokens.user().mayInRegion(this.county, EVERYTHING));
	}

	@TestFactory
	Stream<DynamicTest> whatBelongsToTheNeighboursIsNotThere() {
		JsonNode document = JsonMapper.shared()
			.readTree(Objects.requireNonNull(
					this.http.get().uri("/v3/api-docs").exchange().returnResult(String.class).getResponseBody()));
		List<Map.Entry<String, JsonNode>> paths = document.path("paths")
			.propertyStream()
			.filter((path) -> path.getKey().contains("{id}"))
			.toList();
		assertThat(paths).hasSizeGreaterThan(8);
		return callers().entrySet()
			.stream()
			.flatMap((caller) -> paths.stream()
				.flatMap((path) -> path.getValue()
					.propertyStream()
					.map((operation) -> notThere(caller, path.getKey(), operation))));
	}

	private DynamicTest notThere(Map.Entry<String, TestTokens> caller, String template,
			Map.Entry<String, JsonNode> operation) {
		HttpMethod method = HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT));
		return DynamicTest.dynamicTest(caller.getKey() + ": " + method + " " + template, () -> {
			RestTestClient.RequestBodySpec request = this.http.method(method)
				.uri(ofTheNeighbours(template))
				.header("Authorization", caller.getValue().bearer());
			if (!List.of(HttpMethod.GET, HttpMethod.POST).contains(method)) {
				request.header("If-Match", "*");
			}
			operation.getValue()
				.path("requestBody")
				.path("content")
				.propertyNames()
				.stream()
				.findFirst()
				.ifPresent((type) -> request.contentType(MediaType.valueOf(type))
					.body(JsonMapper.shared()
						.writeValueAsString(
								BODIES.getOrDefault(method + " " + template.replace("/api/v1", ""), Map.of()))));
			var answer = request.exchange().returnResult(String.class);
			assertThat(answer.getStatus().value()).as(answer.getResponseBody()).isEqualTo(404);
			assertThat(answer.getResponseBody()).contains("\"not-found\"");
		});
	}

	private String ofTheNeighbours(String template) {
		UUID id = template.contains("/consortia") ? this.foreignConsortium
				: template.contains("-imports") ? this.foreignImport : this.foreign;
		return template.replace("{id}", id.toString())
			.replace("{organizationId}", this.foreign.toString())
			.replace("{from}", "2024-01-01");
	}

	@TestFactory
	Stream<DynamicTest> noFilterReachesFarther() {
		return callers().entrySet()
			.stream()
			.flatMap((caller) -> Stream
				.of("/organizations?consortiumId=" + this.foreignConsortium,
						"/organizations?consortiumId=" + this.foreignConsortium + "&asOf=2024-01-01",
						"/organizations?regionCode=" + this.neighbour,
						"/organizations?status=ACTIVE&regionCode=" + this.neighbour + "&query=医院",
						"/consortia?regionCode=" + this.neighbour,
						"/consortia?asOf=2024-01-01&regionCode=" + this.neighbour)
				.map((list) -> DynamicTest.dynamicTest(caller.getKey() + ": " + list, () -> {
					assertThat(this.administrator.get(list).expect(200).path("total").asInt()).isOne();
					JsonNode page = Api.of(this.http, caller.getValue()).get(list).expect(200);
					assertThat(page.path("items").size()).isZero();
					assertThat(page.path("total").asInt()).isZero();
				})));
	}

}
