package cn.yigongti.org;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import cn.yigongti.platform.test.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of the service's OpenAPI document, with every parameter and every field
 * of its body wrong once: the answer says which it was.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BadInputTests {

	private static final String FORM = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\""
			+ "\r\n\r\na,b\r\n--x--\r\n";

	private final RestTestClient http;

	private final Api administrator;

	private UUID hospital = UUID.randomUUID();

	private UUID consortium = UUID.randomUUID();

	BadInputTests(RestTestClient http) {
		this.http = http;
		this.administrator = Api.administrator(http);
	}

	@BeforeEach
	void populate() {
		String county = Api.newCounty();
		this.hospital = this.administrator.hospital(county);
		this.consortium = this.administrator.consortium(county, this.hospital);
	}

	/**
	 * An operation with its path filled in, and the fields of its body if it takes JSON.
	 */
	private record Target(HttpMethod method, String path, JsonNode parameters, @Nullable String bodyType,
			JsonNode body) {

		boolean takesFields() {
			return this.bodyType != null && this.bodyType.contains("json") && this.body.has("properties");
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

	@TestFactory
	Stream<DynamicTest> aParameterNobodyKnowsIsRefused() {
		return targets().map((target) -> test(target, (it) -> {
			JsonNode problem = call(it, "?nosuch=1", "{}").expect(400, "unknown-parameter");
			assertThat(problem.path("detail").asString()).contains("nosuch");
		}));
	}

	@TestFactory
	Stream<DynamicTest> aParameterThatIsWrongIsNamed() {
		return targets().flatMap((target) -> target.parameters()
			.valueStream()
			.filter((parameter) -> parameter.path("in").asString().equals("query"))
			.map((parameter) -> parameter.path("name").asString())
			.map((name) -> DynamicTest.dynamicTest(target + " " + name, () -> {
				Api.Answer answer = call(target, "?" + name + "=" + "~".repeat(300), "{}");
				if (List.of("cursor", "after").contains(name)) {
					answer.expect(400, "invalid-cursor");
				}
				else {
					assertThat(pointers(answer.expect(400, "invalid-parameter"))).containsExactly("/" + name);
				}
			})));
	}

	@TestFactory
	Stream<DynamicTest> aPathThatCannotBeIsNotThere() {
		return targets().filter((target) -> !target.path().equals(at("~", target)))
			.map((target) -> test(target, (it) -> {
				Api.Answer answer = call(
						new Target(it.method(), at("~", it), it.parameters(), it.bodyType(), it.body()), "", "{}");
				assertThat(answer.status()).as(answer.text()).isIn(400, 404, 422);
				assertThat(answer.json().path("code").asString()).isNotEmpty();
			}));
	}

	@TestFactory
	Stream<DynamicTest> aBodyThatIsNoJsonIsRefused() {
		return targets().filter((target) -> target.bodyType() != null && target.bodyType().contains("json"))
			.map((target) -> test(target, (it) -> {
				assertThat(call(it, "", "{").status()).isIn(400, 422);
				assertThat(call(it, "", "\"x\"").status()).isIn(400, 422);
			}));
	}

	@TestFactory
	Stream<DynamicTest> aFieldNobodyKnowsIsNamed() {
		return targets().filter(Target::takesFields)
			.filter((target) -> !Objects.equals(target.bodyType(), "application/geo+json"))
			.map((target) -> test(target,
					(it) -> assertThat(pointers(call(it, "", "{\"nosuch\":1}").expect(400, "unknown-field")))
						.containsExactly("/nosuch")));
	}

	@TestFactory
	Stream<DynamicTest> fieldsThatAreMissingAreNamed() {
		return targets().filter(Target::takesFields)
			.filter((target) -> !target.method().equals(HttpMethod.PATCH) && target.body().has("required"))
			.map((target) -> test(target, (it) -> {
				List<String> required = it.body()
					.path("required")
					.valueStream()
					.map((name) -> "/" + name.asString())
					.toList();
				assertThat(pointers(call(it, "", "{}").expect(422, "invalid"))).containsAll(required);
			}));
	}

	@TestFactory
	Stream<DynamicTest> aFieldOfTheWrongKindIsNamed() {
		return targets().filter(Target::takesFields)
			.flatMap((target) -> target.body()
				.path("properties")
				.propertyStream()
				.map((property) -> DynamicTest.dynamicTest(target + " " + property.getKey(), () -> {
					boolean scalar = List.of("string", "integer", "boolean", "number")
						.contains(property.getValue().path("type").asString());
					String wrong = JsonMapper.shared()
						.writeValueAsString(Map.of(property.getKey(), scalar ? Map.of("x", 1) : "x"));
					Api.Answer answer = call(target, "", wrong);
					assertThat(answer.status()).as(answer.text()).isIn(400, 422);
					assertThat(pointers(answer.json())).as(answer.text())
						.anyMatch((pointer) -> pointer.startsWith("/" + property.getKey()));
				})));
	}

	private static DynamicTest test(Target target, Consumer<Target> assertions) {
		return DynamicTest.dynamicTest(target.toString(), () -> assertions.accept(target));
	}

	private static List<String> pointers(JsonNode problem) {
		return problem.path("errors").valueStream().map((error) -> error.path("pointer").asString()).toList();
	}

	/** The same operation of something that has another name. */
	private String at(String name, Target target) {
		return target.path()
			.replace(this.hospital.toString(), name)
			.replace(this.consortium.toString(), name)
			.replace("500229", name);
	}

	private Api.Answer call(Target target, String query, String body) {
		RestTestClient.RequestBodySpec request = this.http.method(target.method())
			.uri(target.path() + UriUtils.encodeQuery(query, StandardCharsets.UTF_8))
			.header("Authorization", this.administrator.bearer());
		if (!List.of(HttpMethod.GET, HttpMethod.POST).contains(target.method())) {
			request.header("If-Match", "*");
		}
		if (target.bodyType() != null && target.bodyType().startsWith("multipart")) {
			request.header("Content-Type", target.bodyType() + "; boundary=x")
				.body(FORM.getBytes(StandardCharsets.UTF_8));
		}
		else if (target.bodyType() != null) {
			request.contentType(MediaType.valueOf(target.bodyType())).body(body);
		}
		var result = request.exchange().returnResult(String.class);
		return new Api.Answer(result.getStatus().value(), result.getResponseHeaders(), result.getResponseBody());
	}

	private Stream<Target> targets() {
		JsonNode document = JsonMapper.shared()
			.readTree(Objects.requireNonNull(
					this.http.get().uri("/v3/api-docs").exchange().returnResult(String.class).getResponseBody()));
		List<Target> targets = new ArrayList<>();
		document.path("paths").forEachEntry((path, item) -> {
			JsonNode replacement = schema(document, content(item.path("put")));
			item.forEachEntry((method,
					operation) -> targets.add(new Target(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
							filledIn(path), operation.path("parameters"),
							content(operation).propertyNames().stream().findFirst().orElse(null),
							method.equals("patch") ? replacement : schema(document, content(operation)))));
		});
		return targets.stream();
	}

	private String filledIn(String path) {
		return path.replace("{id}", (path.contains("/consortia") ? this.consortium : this.hospital).toString())
			.replace("{organizationId}", this.hospital.toString())
			.replace("{from}", "2024-01-01")
			.replace("{code}", "500229");
	}

	private static JsonNode content(JsonNode operation) {
		return operation.path("requestBody").path("content");
	}

	private static JsonNode schema(JsonNode document, JsonNode content) {
		JsonNode schema = content.valueStream().findFirst().map((type) -> type.path("schema")).orElse(content);
		String reference = schema.path("$ref").asString("");
		return reference.isEmpty() ? schema : document.at(reference.substring(1));
	}

}
