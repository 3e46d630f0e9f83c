package cn.yigongti.org.organization;

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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static cn.yigongti.org.Api.organization;
import static org.assertj.core.api.Assertions.assertThat;

/** What an organization was, is and will be. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class HistoryApiTests {

	private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

	private final LocalDate ahead = this.today.plusMonths(2);

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final Api api;

	private final TransactionTemplate transaction;

	private final String county = Api.newCounty();

	HistoryApiTests(RestTestClient http, JdbcClient jdbc, TransactionTemplate transaction) {
		this.http = http;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.api = Api.administrator(http);
	}

	@Test
	void takesItsNewNameOnTheDayGiven() {
		UUID id = hospital("name", "城口县第一医院", "shortName", "一院");
		JsonNode today = patch(id, this.ahead, "name", "城口县人民医院", "shortName", "县医院").expect(200);
		assertThat(today.path("name").asString()).isEqualTo("城口县第一医院");
		assertThat(name(id, this.ahead.minusDays(1))).isEqualTo("城口县第一医院");
		assertThat(name(id, this.ahead)).isEqualTo("城口县人民医院");
		String list = "/organizations?regionCode=" + this.county;
		assertThat(total(list + "&query=第一")).isOne();
		assertThat(total(list + "&query=人民")).isZero();
		assertThat(total(list + "&query=人民&asOf=" + this.ahead)).isOne();
		assertThat(total(list + "&query=第一&asOf=" + this.ahead)).isZero();
		JsonNode items = history(id);
		assertThat(items.size()).isEqualTo(2);
		assertThat(items.get(0).path("name").asString()).isEqualTo("城口县人民医院");
		assertThat(items.get(0).path("from").asString()).isEqualTo(this.ahead.toString());
		assertThat(items.get(0).has("until")).isFalse();
		assertThat(items.get(1).path("from").asString()).isEqualTo("2000-01-01");
		assertThat(items.get(1).path("until").asString()).isEqualTo(this.ahead.toString());
		assertThat(items.get(1).path("tier").asString()).isEqualTo("COUNTY");
		assertThat(items.get(1).path("regionCode").asString()).isEqualTo(this.county);
	}

	@Test
	void isListedByWhatItWasOnTheDateAskedFor() {
		UUID id = hospital("regionCode", this.county + "101", "tier", "TOWNSHIP");
		patch(id, LocalDate.of(2020, 1, 1), "regionCode", this.county + "102", "tier", "COUNTY").expect(200);
		String list = "/organizations?regionCode=" + this.county;
		assertThat(total(list + "101")).isZero();
		assertThat(total(list + "102")).isOne();
		assertThat(total(list + "101&asOf=2019-12-31")).isOne();
		assertThat(total(list + "102&asOf=2019-12-31")).isZero();
		assertThat(total(list + "&tier=TOWNSHIP&asOf=2019-12-31")).isOne();
		assertThat(total(list + "&tier=TOWNSHIP&asOf=2020-01-01")).isZero();
		assertThat(total(list + "&tier=COUNTY")).isOne();
	}

	@Test
	void changesAtOnceWhatHasNoHistory() {
		UUID id = hospital("beds", 100);
		JsonNode changed = patch(id, this.ahead, "beds", 200, "hospitalGrade", "三级甲等").expect(200);
		assertThat(changed.path("beds").asInt()).isEqualTo(200);
		assertThat(changed.has("hospitalGrade")).isFalse();
		assertThat(asOf(id, this.ahead).path("hospitalGrade").asString()).isEqualTo("三级甲等");
		patch(id, this.today, "phone", "023-2").expect(200);
		assertThat(history(id).size()).isEqualTo(2);
	}

	@Test
	void writesOnFromWhatItIsOnTheDayGiven() {
		UUID id = hospital("name", "旧名");
		patch(id, this.ahead, "name", "新名").expect(200);
		patch(id, this.ahead.plusMonths(1), "shortName", "更新").expect(200);
		assertThat(name(id, this.ahead.plusMonths(1))).isEqualTo("新名");
		patch(id, this.ahead.plusMonths(1), "name", "更新的名字").expect(200);
		assertThat(history(id).size()).as("the edition of that very day is corrected").isEqualTo(3);
		assertThat(asOf(id, this.ahead.plusMonths(1)).path("shortName").asString()).isEqualTo("更新");
	}

	@Test
	void overwritesNothingThatIsWrittenDownForLater() {
		UUID id = hospital("name", "旧名");
		patch(id, this.ahead, "name", "新名").expect(200);
		JsonNode problem = patch(id, this.today, "name", "别名").expect(409, "later-change");
		assertThat(problem.path("from").asString()).isEqualTo(this.ahead.toString());
		assertThat(problem.path("detail").asString()).contains(this.ahead.toString());
		patch(id, LocalDate.of(2000, 1, 1), "name", "别名").expect(409, "later-change");
		assertThat(name(id, this.today)).isEqualTo("旧名");
		assertThat(history(id).size()).isEqualTo(2);
	}

	@Test
	void correctsAllOfThePastWhileThereIsOneEdition() {
		UUID id = hospital("name", "错名");
		patch(id, LocalDate.of(2000, 1, 1), "name", "对名").expect(200);
		assertThat(name(id, LocalDate.of(2000, 1, 1))).isEqualTo("对名");
		assertThat(history(id).size()).isOne();
	}

	@Test
	void movesItsOpeningNoFurtherThanItsFirstChange() {
		UUID id = hospital();
		patch(id, LocalDate.of(2010, 1, 1), "name", "新名").expect(200);
		patch(id, this.today, "openedOn", "1990-01-01").expect(200);
		assertThat(history(id).get(1).path("from").asString()).isEqualTo("1990-01-01");
		assertThat(patch(id, this.today, "openedOn", "2010-01-01").fieldProblem()).isEqualTo("/openedOn before");
		patch(id, this.today, "openedOn", "2009-12-31").expect(200);
	}

	@ParameterizedTest
	@CsvSource({ "1999-12-31, not-before", "1700-01-01, calendar-date", "tomorrow, ''", "2026-02-30, ''" })
	void namesADayOnWhichItCannotChange(String from, String code) {
		String path = "/organizations/" + hospital();
		JsonNode problem = this.api.patch(path + "?from=" + from, "*", Map.of("name", "新名"))
			.expect(400, "invalid-parameter");
		assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("/from");
		if (!code.isEmpty()) {
			assertThat(problem.path("errors").get(0).path("code").asString()).isEqualTo(code);
		}
	}

	@Test
	void replacesFromADayOn() {
		UUID id = hospital("beds", 100);
		this.api
			.put("/organizations/" + id + "?from=" + this.ahead, etag(id),
					organization(this.county, "name", "新名", "tier", "CITY"))
			.expect(200);
		assertThat(asOf(id, this.today).has("beds")).isFalse();
		assertThat(asOf(id, this.today).path("tier").asString()).isEqualTo("COUNTY");
		assertThat(asOf(id, this.ahead).path("tier").asString()).isEqualTo("CITY");
	}

	@Test
	void goesUnderAnotherParentFromADayOn() {
		UUID first = this.api.townshipCentre(this.county, "102");
		UUID second = this.api.townshipCentre(this.county, "102");
		UUID clinic = this.api.clinic(this.county + "102201", first);
		patch(clinic, this.ahead, "parentId", second.toString()).expect(200);
		assertThat(total("/organizations?parentId=" + first)).isOne();
		assertThat(total("/organizations?parentId=" + second)).isZero();
		assertThat(total("/organizations?parentId=" + second + "&asOf=" + this.ahead)).isOne();
		assertThat(total("/organizations?parentId=" + first + "&asOf=" + this.ahead)).isZero();
	}

	@Test
	void fitsItsParentOnEveryDay() {
		UUID first = this.api.townshipCentre(this.county, "102");
		UUID second = this.api.townshipCentre(this.county, "102");
		UUID young = this.api
			.post("/organizations", organization(this.county + "102", "type", "C220", "openedOn", "2015-01-01"))
			.id();
		UUID clinic = this.api.clinic(this.county + "102201", first);
		patch(second, this.ahead, "regionCode", this.county + "103").expect(200);
		assertThat(patch(clinic, this.today, "parentId", second.toString()).fieldProblem())
			.isEqualTo("/parentId parent-division");
		assertThat(patch(clinic, LocalDate.of(2014, 1, 1), "parentId", young.toString()).fieldProblem())
			.isEqualTo("/parentId parent-not-open");
		patch(clinic, LocalDate.of(2015, 1, 1), "parentId", young.toString()).expect(200);
		patch(first, this.ahead, "tier", "COUNTY").expect(200);
		patch(young, this.ahead, "tier", "COUNTY").expect(409, "has-open-children");
		patch(young, LocalDate.of(2015, 1, 1), "regionCode", this.county + "103").expect(409, "has-open-children");
		patch(young, this.today, "openedOn", "2015-01-02").expect(409, "has-open-children");
		patch(first, LocalDate.of(2014, 12, 31), "tier", "COUNTY").expect(409, "later-change");
	}

	@Test
	void leadsAsACountyHospitalOfTheCountyOnEveryDay() {
		UUID lead = hospital();
		UUID consortium = this.api.consortium(this.county, lead);
		UUID member = hospital();
		this.api.join(consortium, member, "2024-01-01").expect(201);
		patch(lead, this.ahead, "tier", "TOWNSHIP").expect(409, "leads-consortium");
		patch(member, this.ahead, "regionCode", Api.newCounty()).expect(409, "bound-to-county");
		this.api.delete("/consortia/" + consortium + "/members/" + member + "?leftOn=" + this.ahead);
		patch(member, this.ahead.minusDays(1), "regionCode", Api.newCounty()).expect(409, "bound-to-county");
		patch(member, this.ahead, "regionCode", Api.newCounty()).expect(200);
		assertThat(this.api.join(consortium, member, this.ahead.toString()).fieldProblem())
			.isEqualTo("/organizationId other-county");
		UUID future = hospital("tier", "TOWNSHIP");
		this.api.join(consortium, future, "2024-01-01").expect(201);
		patch(future, this.ahead, "tier", "COUNTY").expect(200);
		assertThat(lead(consortium, future, this.ahead.minusDays(1)).fieldProblem())
			.isEqualTo("/organizationId lead-not-county");
		lead(consortium, future, this.ahead).expect(200);
	}

	@Test
	void showsMembersAsTheyWere() {
		UUID consortium = this.api.consortium(this.county, hospital());
		UUID member = hospital("name", "旧名");
		this.api.join(consortium, member, "2024-01-01").expect(201);
		patch(member, LocalDate.of(2025, 1, 1), "name", "新名").expect(200);
		String path = "/consortia/" + consortium + "/members/" + member;
		assertThat(this.api.get(path).expect(200).path("name").asString()).isEqualTo("新名");
		assertThat(this.api.get(path + "?asOf=2024-12-31").expect(200).path("name").asString()).isEqualTo("旧名");
	}

	@Test
	void withdrawsAChangeThatStillLiesAhead() {
		UUID id = hospital("name", "旧名");
		patch(id, LocalDate.of(2020, 1, 1), "name", "今名").expect(200);
		patch(id, this.ahead, "name", "新名").expect(200);
		String path = "/organizations/" + id + "/history/";
		this.api.delete(path + this.ahead).expect(428, "version-required");
		this.api.delete(path + this.ahead, "\"1\"").expect(412, "stale-version");
		this.api.delete(path + this.ahead.plusDays(1), "*").expect(404, "not-found");
		this.api.delete(path + "2020-01-01", "*").expect(409, "already-in-effect");
		this.api.delete(path + "2000-01-01", "*").expect(409, "already-in-effect");
		String etag = etag(id);
		assertThat(this.api.delete(path + this.ahead, etag).status()).isEqualTo(204);
		assertThat(name(id, this.ahead)).isEqualTo("今名");
		assertThat(etag(id)).isNotEqualTo(etag);
		assertThat(history(id).size()).isEqualTo(2);
	}

	@Test
	void withdrawsNoChangeThatOthersReliedOn() {
		UUID centre = this.api.townshipCentre(this.county, "102");
		patch(centre, this.ahead, "regionCode", this.county + "103").expect(200);
		UUID clinic = this.api.clinic(this.county + "103201", this.api.townshipCentre(this.county, "103"));
		patch(clinic, this.ahead, "parentId", centre.toString()).expect(200);
		this.api.delete("/organizations/" + centre + "/history/" + this.ahead, "*").expect(409, "has-open-children");
	}

	@Test
	void isSeenByWhoeverReachesWhereItStandsToday() {
		String neighbour = Api.newCounty();
		UUID id = hospital();
		patch(id, LocalDate.of(2020, 1, 1), "regionCode", neighbour).expect(200);
		Api former = caller(this.county);
		Api present = caller(neighbour);
		former.get("/organizations/" + id).expect(404, "not-found");
		former.get("/organizations/" + id + "?asOf=2019-12-31").expect(404, "not-found");
		former.get("/organizations/" + id + "/history").expect(404, "not-found");
		former.delete("/organizations/" + id + "/history/" + this.ahead, "*").expect(404, "not-found");
		assertThat(former.get("/organizations?asOf=2019-12-31").expect(200).path("total").asInt()).isZero();
		present.get("/organizations/" + id + "?asOf=2019-12-31").expect(200);
		JsonNode then = present.get("/organizations?asOf=2019-12-31&regionCode=" + this.county).expect(200);
		assertThat(then.path("total").asInt()).isOne();
		assertThat(then.path("items").get(0).path("regionCode").asString()).isEqualTo(this.county);
	}

	@Test
	void doesNotMoveOutOfReachOfWhoMovesIt() {
		String neighbour = Api.newCounty();
		UUID id = hospital();
		Map<String, Object> move = Map.of("regionCode", neighbour);
		caller(this.county).patch("/organizations/" + id + "?from=" + this.ahead, "*", move)
			.expect(403, "scope-exceeded");
		assertThat(history(id).size()).isOne();
		Api both = Api.of(this.http,
				TestTokens.user()
					.mayInRegion(this.county, "organization:read", "organization:write")
					.mayInRegion(neighbour, "organization:read", "organization:write"));
		both.patch("/organizations/" + id + "?from=" + this.ahead, "*", move).expect(200);
	}

	@Test
	void hasAnotherTagWhenTheCalendarBringsAChange() {
		UUID id = hospital("name", "旧名");
		patch(id, this.ahead, "name", "新名").expect(200);
		String etag = etag(id);
		this.transaction.executeWithoutResult((status) -> bringForward(id));
		assertThat(name(id, this.today)).isEqualTo("新名");
		assertThat(etag(id)).isNotEqualTo(etag);
	}

	/** What is planned holds from today on. */
	private void bringForward(UUID id) {
		this.jdbc.sql("""
				with moved as (delete from organization_edition where organization_id = :id returning *)
				insert into organization_edition (organization_id, from_on, until_on, name, short_name, type, tier,
				region_code) select organization_id, case when until_on is null then :today else from_on end,
				case when until_on is null then null else cast(:today as date) end, name, short_name, type, tier,
				region_code from moved""").param("id", id).param("today", this.today).update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?asOf=" })
	void isChangedByWhoReadItOfTodayOrOfTheDay(String date) {
		UUID id = hospital();
		patch(id, this.ahead, "name", "新名").expect(200);
		String read = this.api.get("/organizations/" + id + (date.isEmpty() ? "" : date + this.ahead)).etag();
		String path = "/organizations/" + id + "?from=" + this.ahead;
		this.api.patch(path, read, Map.of("shortName", "甲")).expect(200);
		this.api.patch(path, read, Map.of("shortName", "乙")).expect(412, "stale-version");
	}

	@Test
	void isChangedByOneOfManyWhoReadTheSame() throws Exception {
		UUID id = hospital();
		String etag = etag(id);
		List<Callable<Integer>> requests = List.of("甲", "乙", "丙", "丁")
			.stream()
			.<Callable<Integer>>map((name) -> () -> this.api
				.put("/organizations/" + id + "?from=" + this.ahead, etag, organization(this.county, "name", name))
				.status())
			.toList();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Integer> answers = callers.invokeAll(requests).stream().map(Future::resultNow).toList();
			assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
		}
		assertThat(history(id).size()).isEqualTo(2);
	}

	private UUID hospital(Object... fields) {
		return this.api.post("/organizations", organization(this.county, fields)).id();
	}

	private Answer patch(UUID id, LocalDate from, Object... fields) {
		Map<String, Object> body = new TreeMap<>();
		for (int i = 0; i < fields.length; i += 2) {
			body.put((String) fields[i], fields[i + 1]);
		}
		return this.api.patch("/organizations/" + id + "?from=" + from, "*", body);
	}

	private Answer lead(UUID consortium, UUID organization, LocalDate from) {
		return this.api.put("/consortia/" + consortium + "/lead", "*",
				Map.of("organizationId", organization, "from", from.toString()));
	}

	private Api caller(String division) {
		return Api.of(this.http, TestTokens.user().mayInRegion(division, "organization:read", "organization:write"));
	}

	private JsonNode asOf(UUID id, LocalDate date) {
		return this.api.get("/organizations/" + id + "?asOf=" + date).expect(200);
	}

	private String name(UUID id, LocalDate date) {
		return asOf(id, date).path("name").asString();
	}

	private JsonNode history(UUID id) {
		return this.api.get("/organizations/" + id + "/history").expect(200).path("items");
	}

	private String etag(UUID id) {
		return this.api.get("/organizations/" + id).etag();
	}

	private int total(String path) {
		return this.api.get(path).expect(200).path("total").asInt();
	}

}
