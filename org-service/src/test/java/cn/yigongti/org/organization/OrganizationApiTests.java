package cn.yigongti.org.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.org.Api;
import cn.yigongti.org.Api.Answer;
import cn.yigongti.org.code.CreditCodes;
import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static cn.yigongti.org.Api.organization;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OrganizationApiTests {

	private final Api api;

	private final String county = Api.newCounty();

	OrganizationApiTests(RestTestClient http) {
		this.api = Api.administrator(http);
	}

	@Test
	void registersAnOrganizationWithAllItsFields() {
		Answer answer = this.api.post("/organizations",
				organization(this.county, "creditCode", creditCode(), "institutionCode", this.county + "-1", "location",
						Map.of("lat", 31.95, "lng", 108.66), "beds", 400, "hospitalGrade", "二级甲等"));
		JsonNode body = answer.expect(201);
		assertThat(answer.headers().getFirst("Location")).isEqualTo("/api/v1/organizations/" + answer.id());
		assertThat(body.path("tier").asString()).isEqualTo("COUNTY");
		assertThat(body.path("status").asString()).isEqualTo("ACTIVE");
		assertThat(body.path("location").path("lat").asDouble()).isEqualTo(31.95);
		assertThat(body.path("createdAt").asString()).endsWith("Z");
		Answer read = this.api.get("/organizations/" + answer.id());
		assertThat(read.expect(200)).isEqualTo(body);
		assertThat(read.etag()).isEqualTo(answer.etag());
	}

	@Test
	void takesTheTierGivenOverTheUsualOneOfTheType() {
		assertThat(post("type", "A100", "tier", "CITY").expect(201).path("tier").asString()).isEqualTo("CITY");
		assertThat(post("type", "D211").fieldProblem()).isEqualTo("/tier tier-needed");
	}

	@Test
	void doesNotNeedAShortName() {
		assertThat(post("name", " 中医院 ", "shortName", Api.ABSENT).expect(201).path("shortName").asString())
			.isEqualTo("中医院");
	}

	@ParameterizedTest
	@CsvSource({ "creditCode, 125002290000010112, check-digit, 第 18 位校验码“2”不对，应为“1”",
			"creditCode, 12500229000001O111, malformed, 第 15 位“O”不合编码规则",
			"creditCode, 12500229, code-length, '长度应为 18 位，实为 8 位'", "regionCode, 50022X, malformed, 第 6 位“X”不合编码规则",
			"regionCode, 5002, code-length, '长度应为 6/9/12 位，实为 4 位'",
			"regionCode, 990229, unknown-province, 第 1-2 位“99”不是省级代码", "type, a100, malformed, 第 1 位“a”不合编码规则",
			"type, A1, code-length, '长度应为 4 位，实为 2 位'" })
	void saysWhichCharacterOfACodeIsWrong(String field, String value, String code, String detail) {
		Answer answer = post(field, value);
		assertThat(answer.fieldProblem()).isEqualTo("/" + field + " " + code);
		assertThat(answer.json().path("errors").get(0).path("detail").asString()).isEqualTo(detail);
	}

	@ParameterizedTest
	@CsvSource({ "name, '', not-blank", "phone, call me, phone", "beds, -1, min", "openedOn, 1799-12-31, calendar-date",
			"openedOn, 2999-12-31, future-date", "closedOn, 2000-01-01, after",
			"institutionCode, a b, institution-code", "location, {\"lat\":91}, ''" })
	void refusesWhatAFieldCannotBe(String field, String value, String code) {
		Answer answer = post(field, value.startsWith("{") ? Map.of("lat", 91, "lng", 0) : number(value));
		assertThat(answer.fieldProblem())
			.isEqualTo(code.isEmpty() ? "/location/lat decimal-max" : "/" + field + " " + code);
	}

	@Test
	void refusesAnUnknownFieldAndATypeThatDoesNotFit() {
		post("beds", "many").expect(400, "malformed");
		post("openedOn", "2026-02-30").expect(400, "malformed");
		post("colour", "red").expect(400, "unknown-field");
		post("tier", "PROVINCE").expect(400, "malformed");
		post("parentId", "parent").expect(400, "malformed");
	}

	@Test
	void keepsCodesUnique() {
		String creditCode = creditCode();
		post("creditCode", creditCode, "institutionCode", this.county).expect(201);
		JsonNode problem = post("creditCode", creditCode).expect(409, "duplicate-code");
		assertThat(problem.path("field").asString()).isEqualTo("creditCode");
		assertThat(post("institutionCode", this.county).expect(409, "duplicate-code").path("field").asString())
			.isEqualTo("institutionCode");
	}

	@Test
	void knowsTheDivisionsOfACountyItHas() {
		assertThat(this.api.post("/organizations", organization("500229102")).status()).isEqualTo(201);
		assertThat(this.api.post("/organizations", organization("500229999")).fieldProblem())
			.isEqualTo("/regionCode unknown-division");
	}

	@Test
	void changesOnlyFromTheVersionThatWasRead() {
		Answer created = post("name", "旧名");
		String path = "/organizations/" + created.id();
		Map<String, Object> renamed = organization(this.county, "name", "新名");
		this.api.put(path, null, renamed).expect(428, "version-required");
		Answer changed = this.api.put(path, created.etag(), renamed);
		assertThat(changed.expect(200).path("name").asString()).isEqualTo("新名");
		this.api.put(path, created.etag(), renamed).expect(412, "stale-version");
		assertThat(this.api.get(path).etag()).isEqualTo(changed.etag()).isNotEqualTo(created.etag());
	}

	@Test
	void changesPartsByMergePatch() {
		Answer created = post("beds", 100);
		String path = "/organizations/" + created.id();
		JsonNode changed = this.api.patch(path, created.etag(), "{\"phone\":null,\"hospitalGrade\":\"三级\"}")
			.expect(200);
		assertThat(changed.has("phone")).isFalse();
		assertThat(changed.path("hospitalGrade").asString()).isEqualTo("三级");
		assertThat(changed.path("beds").asInt()).isEqualTo(100);
		String etag = this.api.get(path).etag();
		this.api.patch(path, etag, "{\"status\":\"CLOSED\"}").expect(400, "unknown-field");
		assertThat(this.api.patch(path, etag, "{\"regionCode\":\"50022X\"}").fieldProblem())
			.isEqualTo("/regionCode malformed");
	}

	@ParameterizedTest
	@CsvSource({ "tier=COUNTY, 1", "tier=TOWNSHIP, 1", "regionCode=%s102, 2", "query=卫生, 2", "query=生院, 1",
			"query=院, 3", "query=民医院, 1", "query=生%%25, 0", "query=卫__, 0", "institutionCode=%s-A, 1",
			"status=ACTIVE, 3", "tier=VILLAGE&query=卫生院, 0" })
	void narrowsTheList(String filter, int expected) {
		post("institutionCode", this.county + "-A").expect(201);
		UUID centre = this.api.townshipCentre(this.county, "102");
		this.api.clinic(this.county + "102201", centre);
		String query = filter.formatted(this.county);
		String scope = query.contains("regionCode") ? "" : "&regionCode=" + this.county;
		assertThat(total("/organizations?" + query + scope)).isEqualTo(expected);
		assertThat(total("/organizations?parentId=" + centre)).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "tier=PROVINCE, /tier", "asOf=yesterday, /asOf", "regionCode=abc, /regionCode", "query=, /query",
			"consortiumId=x, /consortiumId", "asOf=%2B999999999-01-01, /asOf" })
	void namesAFilterThatMakesNoSense(String filter, String pointer) {
		JsonNode problem = this.api.get("/organizations?" + filter).expect(400, "invalid-parameter");
		assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo(pointer);
	}

	@ParameterizedTest
	@CsvSource({ "regionCode", "-regionCode", "name", "openedOn,-name" })
	void walksThroughAllPagesInOrder(String sort) {
		for (int i = 0; i < 7; i++) {
			post("name", "医院 " + i, "regionCode", this.county + (100 + i % 3), "openedOn", "200" + i % 2 + "-01-01")
				.expect(201);
		}
		List<String> seen = new ArrayList<>();
		String path = "/organizations?limit=3&regionCode=" + this.county + "&sort=" + sort;
		String cursor = "";
		while (cursor != null) {
			JsonNode page = this.api.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).expect(200);
			page.path("items").forEach((item) -> seen.add(item.path("id").asString()));
			assertThat(page.path("total").asInt()).isEqualTo(7);
			cursor = page.path("nextCursor").isNull() ? null : page.path("nextCursor").asString();
		}
		assertThat(seen).hasSize(7).doesNotHaveDuplicates();
	}

	@Test
	void looksUpManyAtOnceLeavingOutWhatIsNotThere() {
		UUID hospital = this.api.hospital(this.county);
		UUID consortium = this.api.consortium(this.county, hospital);
		JsonNode items = this.api
			.post("/organizations/lookups", Map.of("ids", List.of(hospital, UUID.randomUUID(), hospital)))
			.expect(200)
			.path("items");
		assertThat(items.size()).isOne();
		assertThat(items.get(0).path("consortiumId").asString()).isEqualTo(consortium.toString());
		this.api.post("/organizations/lookups", Map.of("ids", List.of())).expect(422, "invalid");
		List<UUID> many = Stream.generate(UUID::randomUUID).limit(501).toList();
		this.api.post("/organizations/lookups", Map.of("ids", many)).expect(422, "invalid");
	}

	private Answer post(Object... fields) {
		return this.api.post("/organizations", organization(this.county, fields));
	}

	private int total(String path) {
		return this.api.get(path).expect(200).path("total").asInt();
	}

	private static Object number(String value) {
		return value.matches("-?\\d+") ? Integer.valueOf(value) : value;
	}

	private String creditCode() {
		return CreditCodes.valid("12" + this.county + "000001011");
	}

}
