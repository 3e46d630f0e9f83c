package cn.yigongti.org.region;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.yigongti.org.Api;
import cn.yigongti.org.Api.Answer;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static cn.yigongti.org.Api.organization;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RegionMaintenanceTests {

	private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final Api api;

	private final String county = Api.newCounty();

	private final String township = this.county + "102";

	RegionMaintenanceTests(RestTestClient http, JdbcClient jdbc) {
		this.http = http;
		this.jdbc = jdbc;
		this.api = Api.administrator(http);
	}

	@Test
	void createsDivisionsFromTheCountyDown() {
		assertThat(put(this.township, region("某某镇")).fieldProblem()).isEqualTo("/code unknown-parent");
		put(this.county, region("某某县")).expect(201);
		Answer created = put(this.township, region("某某镇", "establishedOn", "1993-05-01"));
		JsonNode body = created.expect(201);
		assertThat(created.headers().getFirst("Location")).isEqualTo("/api/v1/regions/" + this.township);
		assertThat(body.path("level").asString()).isEqualTo("TOWNSHIP");
		assertThat(body.path("parentCode").asString()).isEqualTo(this.county);
		Answer read = this.api.get("/regions/" + this.township);
		assertThat(read.expect(200)).isEqualTo(body);
		assertThat(read.etag()).isEqualTo(created.etag());
		assertThat(audited(this.township)).containsExactly("region:create");
	}

	@Test
	void replacesOnlyTheVersionThatWasRead() {
		Answer created = put(this.county, region("旧名"));
		String path = "/regions/" + this.county;
		this.api.put(path, null, region("新名")).expect(428, "version-required");
		this.api.putNew(path, region("新名")).expect(412, "stale-version");
		Answer renamed = this.api.put(path, created.etag(), region("新名"));
		assertThat(renamed.expect(200).path("name").asString()).isEqualTo("新名");
		this.api.put(path, created.etag(), region("更新名")).expect(412, "stale-version");
		Answer same = this.api.put(path, renamed.etag(), region(" 新名 "));
		same.expect(200);
		assertThat(same.etag()).isEqualTo(renamed.etag());
		assertThat(audited(this.county)).containsExactly("region:create", "region:revise");
	}

	@Test
	void createsOnlyWhereThereIsNothing() {
		this.api.put("/regions/" + this.county, "\"0\"", region("某某县")).expect(412, "stale-version");
		this.api.put("/regions/" + this.county, "*", region("某某县")).expect(412, "stale-version");
		this.api.putNew("/regions/" + this.county, region("某某县")).expect(201);
	}

	@ParameterizedTest
	@CsvSource({ "50022X, malformed, 第 6 位“X”不合编码规则", "5002, code-length, '长度应为 6/9/12 位，实为 4 位'",
			"990229, unknown-province, 第 1-2 位“99”不是省级代码" })
	void saysWhichCharacterOfACodeIsWrong(String code, String flaw, String detail) {
		Answer answer = put(code, region("某地"));
		assertThat(answer.fieldProblem()).isEqualTo("/code " + flaw);
		assertThat(answer.json().path("errors").get(0).path("detail").asString()).isEqualTo(detail);
	}

	@ParameterizedTest
	@CsvSource({ "name, ' ', not-blank", "abolishedOn, 1990-01-01, after", "abolishedOn, 3000-01-01, calendar-date",
			"establishedOn, 1799-12-31, calendar-date" })
	void refusesWhatAFieldCannotBe(String field, String value, String code) {
		Map<String, Object> body = region("某地", "establishedOn", "1990-01-01", field, value);
		assertThat(put(this.county, body).fieldProblem()).isEqualTo("/" + field + " " + code);
		put(this.county, region("某地", "level", "COUNTY")).expect(400, "unknown-field");
	}

	@Test
	void isThereOnTheDatesOnWhichItExisted() {
		put(this.county, region("某县")).expect(201);
		put(this.township, region("某乡", "establishedOn", "1993-05-01", "abolishedOn", "2014-07-01")).expect(201);
		String path = "/regions/" + this.township;
		this.api.get(path).expect(404, "not-found");
		this.api.get(path + "/children").expect(404, "not-found");
		this.api.get(path + "?asOf=1993-04-30").expect(404, "not-found");
		assertThat(this.api.get(path + "?asOf=1993-05-01").expect(200).path("abolishedOn").asString())
			.isEqualTo("2014-07-01");
		this.api.get(path + "?asOf=2014-06-30").expect(200);
		this.api.get(path + "?asOf=2014-07-01").expect(404, "not-found");
		String list = "?parentCode=" + this.county + "&asOf=";
		assertThat(total("/regions" + list + "2014-06-30")).isOne();
		assertThat(total("/regions" + list + "2014-07-01")).isZero();
		assertThat(total("/regions/" + this.county + "/children?asOf=2000-01-01")).isOne();
		assertThat(total("/regions/" + this.county + "/children")).isZero();
	}

	@Test
	void isNotAbolishedWhileDivisionsBelowItGoOn() {
		put(this.county, region("某县")).expect(201);
		put(this.township, region("某乡")).expect(201);
		put(this.county + "103", region("邻乡", "abolishedOn", "2020-01-01")).expect(201);
		JsonNode problem = abolish(this.county, "2019-12-31").expect(409, "region-in-use");
		assertThat(problem.path("detail").asString()).contains("2 个下级区划、0 个开业机构");
		abolish(this.township, "2020-01-01").expect(200);
		abolish(this.county, "2020-01-01").expect(200);
		assertThat(put(this.county + "104", region("新乡")).fieldProblem()).isEqualTo("/abolishedOn outlasts-parent");
		put(this.county + "104", region("旧乡", "abolishedOn", "2020-01-01")).expect(201);
	}

	@Test
	void isNotAbolishedWhileOrganizationsInItAreOpen() {
		put(this.county, region("某县")).expect(201);
		put(this.township, region("某乡")).expect(201);
		UUID centre = this.api.townshipCentre(this.county, "102");
		JsonNode problem = abolish(this.county, this.today.toString()).expect(409, "region-in-use");
		assertThat(problem.path("detail").asString()).contains("1 个下级区划、1 个开业机构");
		String tomorrow = this.today.plusDays(1).toString();
		this.api.post("/organizations/" + centre + "/closure", Map.of("closedOn", tomorrow, "reason", "撤并"))
			.expect(200);
		abolish(this.township, this.today.toString()).expect(409, "region-in-use");
		abolish(this.township, tomorrow).expect(200);
	}

	@Test
	void takesNoOrganizationOnceItIsAbolished() {
		put(this.county, region("某县")).expect(201);
		put(this.township, region("某乡", "abolishedOn", "2014-07-01")).expect(201);
		Map<String, Object> open = organization(this.township, "openedOn", "1960-01-01");
		assertThat(this.api.post("/organizations", open).fieldProblem()).isEqualTo("/regionCode unknown-division");
		open.put("closedOn", "2014-07-02");
		assertThat(this.api.post("/organizations", open).fieldProblem()).isEqualTo("/regionCode unknown-division");
		open.put("closedOn", "2014-07-01");
		this.api.post("/organizations", open).expect(201);
	}

	@Test
	void isNotAbolishedBeforeAnOrganizationMovesAway() {
		put(this.county, region("某县")).expect(201);
		put(this.township, region("某乡")).expect(201);
		put(this.county + "103", region("邻乡")).expect(201);
		Answer centre = this.api.post("/organizations", organization(this.township, "type", "C220"));
		this.api.put("/organizations/" + centre.id(), centre.etag(), organization(this.county + "103", "type", "C220"))
			.expect(200);
		abolish(this.township, this.today.minusDays(1).toString()).expect(409, "region-in-use");
		abolish(this.township, this.today.toString()).expect(200);
	}

	@Test
	void isCheckedWhereItsNeighboursAreKnown() {
		assertThat(register(this.county + "999")).isEqualTo(201);
		put(this.county, region("某县")).expect(201);
		assertThat(register(this.county + "999")).isEqualTo(201);
		put(this.township, region("某乡")).expect(201);
		assertThat(register(this.county + "999")).isEqualTo(422);
		assertThat(register(this.county + "999201")).isEqualTo(422);
		assertThat(register(this.township + "201")).isEqualTo(201);
		put(this.township + "200", region("某村")).expect(201);
		assertThat(register(this.township + "201")).isEqualTo(422);
	}

	@Test
	void isKeptByThoseWhoseGrantCoversIt() {
		Api other = maintainer(Api.newCounty());
		assertThat(other.put("/regions/" + this.county, null, region("某县"))
			.expect(403, "scope-exceeded")
			.path("detail")
			.asString()).contains(this.county);
		Api own = maintainer(this.county);
		own.put("/regions/" + this.county, null, region("某县")).expect(201);
		own.put("/regions/" + this.township, null, region("某乡")).expect(201);
		maintainer(this.township).put("/regions/" + this.county, "*", region("某县")).expect(403, "scope-exceeded");
		Api member = Api.of(this.http, TestTokens.user().mayInOrganization(UUID.randomUUID(), "region:write"));
		member.put("/regions/" + this.county, "*", region("某县")).expect(403, "scope-exceeded");
	}

	@Test
	void isAbolishedOrTakesAnOrganizationWhenBothAreAskedAtOnce() throws Exception {
		put(this.county, region("某县")).expect(201);
		for (int i = 0; i < 12; i++) {
			String code = this.county + (200 + i);
			put(code, region("某乡")).expect(201);
			List<Integer> answers = atOnce(List.of(() -> register(code), () -> abolish(code, "2026-01-01").status()));
			assertThat(answers).isIn(List.of(201, 409), List.of(422, 200));
		}
	}

	private Answer put(String code, Map<String, Object> body) {
		return this.api.put("/regions/" + code, null, body);
	}

	private Answer abolish(String code, String date) {
		return this.api.put("/regions/" + code, "*", region("某地", "abolishedOn", date));
	}

	private int register(String regionCode) {
		return this.api.post("/organizations", organization(regionCode)).status();
	}

	private int total(String path) {
		return this.api.get(path).expect(200).path("total").asInt();
	}

	private Api maintainer(String prefix) {
		return Api.of(this.http, TestTokens.user().mayInRegion(prefix, "region:read", "region:write"));
	}

	private List<String> audited(String code) {
		return this.jdbc.sql("select action from audit_event where resource = 'region' and resource_id = ? order by id")
			.param(code)
			.query(String.class)
			.list();
	}

	private static Map<String, Object> region(String name, Object... fields) {
		Map<String, Object> body = new TreeMap<>(Map.of("name", name));
		for (int i = 0; i < fields.length; i += 2) {
			body.put((String) fields[i], fields[i + 1]);
		}
		return body;
	}

	private static List<Integer> atOnce(List<Callable<Integer>> requests) throws Exception {
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = callers.invokeAll(requests);
			return List.of(answers.get(0).get(), answers.get(1).get());
		}
	}

}
