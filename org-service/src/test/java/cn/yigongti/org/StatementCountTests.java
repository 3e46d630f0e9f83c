package cn.yigongti.org;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.yigongti.org.organizationimport.ImportApi;
import cn.yigongti.org.organizationimport.Table;
import cn.yigongti.platform.test.CountedStatements;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class StatementCountTests {

	private final RestTestClient http;

	private final CountedStatements statements = new CountedStatements();

	StatementCountTests(RestTestClient http) {
		this.http = http;
	}

	@AfterEach
	void stopListening() {
		this.statements.close();
	}

	@Test
	void aPageOfAnyListTakesOneStatement() {
		Api administrator = Api.administrator(this.http);
		String county = Api.newCounty();
		UUID hospital = administrator.hospital(county);
		UUID consortium = administrator.consortium(county, hospital);
		administrator.join(consortium, administrator.townshipCentre(county, "102"), "2024-01-01");
		administrator.putNew("/regions/" + county, Map.of("name", "新县")).expect(201);
		administrator.putNew("/regions/" + county + "102", Map.of("name", "新镇")).expect(201);
		Api caller = Api.of(this.http,
				TestTokens.user()
					.mayInConsortium(consortium, "organization:read", "consortium:read")
					.mayInRegion(county, "organization:read", "organization:import", "consortium:read", "region:read"));
		ImportApi imports = new ImportApi(caller);
		String imported = "/organization-imports/"
				+ imports.run("?dryRun=true", Table.county().as(Table.CSV)).path("id").asString();
		Stream
			.of("/organizations?", "/organizations?tier=COUNTY&query=医&regionCode=" + county,
					"/organizations?asOf=2024-06-01&consortiumId=" + consortium, "/consortia?",
					"/consortia?asOf=2024-06-01&query=医", "/consortia/" + consortium + "/members?",
					"/consortia/" + consortium + "/members?asOf=2024-06-01", "/organizations/changes?", "/regions?",
					"/regions/" + county + "/children?", "/organization-imports?", imported + "/rows?")
			.forEach((list) -> {
				List<JsonNode> pages = new ArrayList<>();
				assertThat(statementsOf(() -> pages.add(caller.get(list + "&limit=1").expect(200)))).as(list).isOne();
				assertThat(pages.getLast().path("items")).as(list).hasSize(1);
			});
	}

	@Test
	void aPageFarDownTakesOneStatementToo() {
		Api administrator = Api.administrator(this.http);
		String county = Api.newCounty();
		IntStream.range(0, 3).forEach((i) -> administrator.hospital(county));
		String list = "/organizations?regionCode=" + county + "&limit=1";
		String cursor = administrator.get(list).expect(200).path("nextCursor").asString();
		String second = list + "&cursor=" + cursor;
		assertThat(statementsOf(() -> administrator.get(second).expect(200))).isOne();
		assertThat(administrator.get(second).expect(200).path("total").asInt()).isEqualTo(3);
	}

	@Test
	void whatWasReadBeforeTakesNoStatement() {
		Api administrator = Api.administrator(this.http);
		String county = Api.newCounty();
		UUID hospital = administrator.hospital(county);
		UUID centre = administrator.townshipCentre(county, "102");
		UUID other = administrator.townshipCentre(county, "103");
		Api caller = Api.of(this.http, TestTokens.user().mayInRegion(county, "organization:read"));
		Runnable read = () -> caller.get("/organizations/" + hospital).expect(200);
		Awaitility.await().until(() -> statementsOf(read) == 0);
		Runnable lookup = () -> caller
			.post("/organizations/lookups", Map.of("ids", List.of(hospital, centre, other, UUID.randomUUID())))
			.expect(200);
		assertThat(statementsOf(lookup)).isOne();
		assertThat(statementsOf(() -> caller.get("/organizations/" + centre).expect(200))).isZero();
		assertThat(statementsOf(
				() -> caller.post("/organizations/lookups", Map.of("ids", List.of(hospital, other))).expect(200)))
			.isZero();
		administrator.patch("/organizations/" + hospital, "*", Map.of("beds", 1)).expect(200);
		assertThat(statementsOf(read)).isOne();
		assertThat(statementsOf(read)).isZero();
	}

	@Test
	void aPageOfConfigurationsTakesAsManyHoweverMuchIsInherited() {
		Api administrator = Api.administrator(this.http);
		String county = Api.newCounty();
		UUID lead = administrator.hospital(county);
		UUID consortium = administrator.consortium(county, lead);
		UUID centre = administrator.townshipCentre(county, "102");
		UUID clinic = administrator.clinic(county + "102201", centre);
		administrator.join(consortium, centre, "2024-01-01");
		administrator.join(consortium, clinic, "2024-01-01");
		administrator.put("/organizations/" + lead + "/system-config", "*", Map.of("systemName", "甲")).expect(200);
		administrator.put("/organizations/" + centre + "/system-config", "*", Map.of("regional", true)).expect(200);
		Api caller = Api.of(this.http,
				TestTokens.user()
					.mayInConsortium(consortium, "system-config:read")
					.mayInRegion(county, "system-config:read"));
		assertThat(statementsOf(() -> caller.get("/system-configs?consortiumId=" + consortium).expect(200)))
			.isEqualTo(1);
		Runnable read = () -> caller.get("/organizations/" + clinic + "/system-config").expect(200);
		assertThat(statementsOf(read)).isOne();
		Awaitility.await().until(() -> statementsOf(read) == 0);
		administrator.put("/organizations/" + lead + "/system-config", "*", Map.of("systemName", "乙")).expect(200);
		assertThat(statementsOf(read)).isOne();
	}

	/** Of the request alone, not of what goes on in the background. */
	@Test
	void boundariesTakeOneStatementHoweverManyThereAre() {
		Api administrator = Api.administrator(this.http);
		assertThat(statementsOf(() -> administrator.get("/regions/500229/boundaries").expect(200))).isOne();
	}

	@Test
	void aHistoryTakesOneStatementHoweverLong() {
		Api administrator = Api.administrator(this.http);
		UUID hospital = administrator.hospital(Api.newCounty());
		List.of("2010-01-01", "2011-01-01", "2012-01-01")
			.forEach((from) -> administrator
				.patch("/organizations/" + hospital + "?from=" + from, "*", Map.of("name", "医院 " + from))
				.expect(200));
		assertThat(statementsOf(() -> administrator.get("/organizations/" + hospital + "/history").expect(200)))
			.isOne();
		assertThat(statementsOf(() -> administrator.get("/organizations/" + hospital + "?asOf=2011-06-01").expect(200)))
			.isOne();
	}

	@Test
	void readingManyToChangeThemTakesAsManyStatementsAsReadingOne() {
		String county = Api.newCounty();
		Api administrator = Api.administrator(this.http);
		List<UUID> ids = IntStream.range(0, 20).mapToObj((i) -> administrator.hospital(county)).toList();
		UUID consortium = administrator.consortium(county, administrator.hospital(county));
		long one = statementsOf(() -> joinAll(administrator, consortium, ids.subList(0, 1)));
		long many = statementsOf(() -> joinAll(administrator, consortium, ids.subList(1, 20)));
		// each that joins has an entry of its own in the audit trail
		assertThat(many).isEqualTo(one + 18);
	}

	private static void joinAll(Api api, UUID consortium, List<UUID> ids) {
		api.post("/consortia/" + consortium + "/members", Map.of("organizationIds", ids, "joinedOn", "2024-01-01"))
			.expect(201);
	}

	private long statementsOf(Runnable request) {
		return this.statements.of(request);
	}

}
