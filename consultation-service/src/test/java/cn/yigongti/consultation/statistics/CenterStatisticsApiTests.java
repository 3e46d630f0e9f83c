package cn.yigongti.consultation.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.consultation.statistics.OpenedCenters.Place;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.platform.test.servers.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class CenterStatisticsApiTests {

	private static final String READ = "consultation-center:read";

	/** In China the first moment of 2026. */
	private static final Instant NEW_YEAR = Instant.parse("2025-12-31T16:00:00Z");

	private final RestTestClient http;

	private final TransactionTemplate transaction;

	private final OpenedCenters centers;

	private final Cases cases;

	private final UUID consortium = UUID.randomUUID();

	private final Party township = OpenedCenters.applicant("临江镇卫生院", this.consortium);

	private final Party village = OpenedCenters.applicant("龙泉村卫生室", this.consortium);

	private final UUID doctor = UUID.randomUUID();

	private Place center = new Place(UUID.randomUUID(), this.township);

	CenterStatisticsApiTests(RestTestClient http, JdbcClient jdbc, Consultations consultations,
			TransactionTemplate transaction) {
		this.http = http;
		this.transaction = transaction;
		this.centers = new OpenedCenters(jdbc);
		this.cases = new Cases(jdbc, consultations);
	}

	@BeforeEach
	void openCenter() {
		this.center = this.centers.open("县人民医院", this.consortium, 3);
		this.centers.relate(this.township, this.center);
	}

	@Test
	void showsWhatWasAskedAndReported() {
		done(() -> {
			reported(ConsultationType.ECG, NEW_YEAR, Duration.ofSeconds(90));
			reported(ConsultationType.ECG, NEW_YEAR, Duration.ofMinutes(30));
			reported(ConsultationType.CLINICAL, NEW_YEAR, Duration.ofHours(25));
			this.cases.submit(this.center, this.village, ConsultationType.IMAGING,
					Instant.parse("2026-11-11T00:00:00Z"), true);
		});
		JsonNode page = page("year=2026");
		assertThat(page.path("centerId").asString()).isEqualTo(this.center.id().toString());
		assertThat(page.path("year").asInt()).isEqualTo(2026);
		assertThat(page.has("quarter")).isFalse();
		assertThat(page.path("asOf").asString()).endsWith("Z");
		assertCounts(page, 4, 3, 1);
		assertThat(page.path("participatingOrganizations").asInt()).isEqualTo(2);
		assertThat(page.path("relatedOrganizations").asInt()).isOne();
		assertThat(page.path("reportingDoctors").asInt()).isOne();
		assertThat(page.path("listedReportingDoctors").asInt()).isEqualTo(3);
		assertThat(page.path("overdue").path("reported").asInt()).isOne();
		assertThat(page.path("turnaroundMinutes")).hasToString("{\"mean\":510.5,\"p50\":30,\"p90\":1500}");
		assertThat(page.path("byType").valueStream().map((type) -> type.path("type").asString()))
			.containsExactly("CLINICAL", "IMAGING", "ECG");
		assertThat(page.path("byType").get(2).path("turnaroundMinutes"))
			.hasToString("{\"mean\":15.75,\"p50\":1,\"p90\":30}");
		assertThat(page.path("byOrganization").get(0).path("name").asString()).isEqualTo("临江镇卫生院");
		assertCounts(page.path("byOrganization").get(0), 3, 3, 0);
		assertThat(page.path("byOrganization").get(1).path("name").asString()).isEqualTo("龙泉村卫生室");
		assertCounts(page.path("byOrganization").get(1), 1, 0, 1);
	}

	@Test
	void saysNothingOfATurnaroundThatNeverWas() {
		done(() -> this.cases.submit(this.center, this.township, ConsultationType.ECG, NEW_YEAR, false));
		JsonNode page = page("year=2026");
		assertThat(page.path("turnaroundMinutes")).hasToString("{\"mean\":null,\"p50\":null,\"p90\":null}");
		assertThat(page.path("byType").get(0).path("turnaroundMinutes"))
			.hasToString("{\"mean\":null,\"p50\":null,\"p90\":null}");
		JsonNode empty = page("year=2001&quarter=1");
		assertCounts(empty, 0, 0, 0);
		assertThat(empty.path("byType")).isEmpty();
		assertThat(empty.path("byOrganization")).isEmpty();
		assertThat(empty.path("turnaroundMinutes").path("mean").isNull()).isTrue();
	}

	@Test
	void countsByChinasCalendar() {
		done(() -> {
			this.cases.submit(this.center, this.township, ConsultationType.ECG, NEW_YEAR, false);
			this.cases.submit(this.center, this.township, ConsultationType.ECG, NEW_YEAR.minusMillis(1), false);
		});
		assertCounts(page("year=2026&quarter=1"), 1, 0, 1);
		assertCounts(page("year=2025&quarter=4"), 1, 0, 1);
		assertCounts(page("year=2025"), 1, 0, 1);
		assertCounts(page("year=2026&quarter=2"), 0, 0, 0);
	}

	@Test
	void leavesOutWhatWasCancelledOrDeclined() {
		Instant now = Instant.now();
		done(() -> {
			UUID cancelled = this.cases.submit(this.center, this.township, ConsultationType.ECG, NEW_YEAR, false);
			UUID declined = this.cases.submit(this.center, this.township, ConsultationType.ECG, NEW_YEAR, false);
			this.cases.move(cancelled, (one) -> one.cancel("患者已转院", now, now));
			this.cases.move(declined, (one) -> one.decline("非本中心业务", now, now));
		});
		JsonNode page = page("year=2026");
		assertCounts(page, 0, 0, 0);
		assertThat(page.path("participatingOrganizations").asInt()).isZero();
		assertThat(page.path("overdue").path("open").asInt()).isZero();
	}

	@Test
	void countsTheFirstReportWhateverIsAmended() {
		UUID other = UUID.randomUUID();
		done(() -> {
			UUID id = reported(ConsultationType.ECG, NEW_YEAR, Duration.ofMinutes(5));
			this.cases.report(id, other, Duration.ofDays(3));
		});
		JsonNode page = page("year=2026");
		assertCounts(page, 1, 1, 0);
		assertThat(page.path("turnaroundMinutes").path("p90").asInt()).isEqualTo(5);
		assertThat(page.path("overdue").path("reported").asInt()).isZero();
		assertThat(page.path("reportingDoctors").asInt()).isOne();
	}

	@Test
	void countsAsOverdueOnlyWhatIsWithTheCentre() {
		done(() -> {
			this.cases.submit(this.center, this.township, ConsultationType.ECG, NEW_YEAR, false);
			UUID sentBack = this.cases.submit(this.center, this.township, ConsultationType.ECG, NEW_YEAR, false);
			this.cases.move(sentBack, (one) -> one.sendBack(Instant.now()));
			this.cases.submit(this.center, this.township, ConsultationType.ECG, Instant.now(), false);
		});
		JsonNode overdue = page("year=2026").path("overdue");
		assertThat(overdue.path("open").asInt()).isOne();
		assertThat(overdue.path("reported").asInt()).isZero();
	}

	@Test
	void isForTheCentreAndWhoMayApplyToIt() {
		String uri = uri("year=2026");
		Party organization = this.center.organization();
		as(TestTokens.user().mayInOrganization(organization.id(), READ)).get(uri).is(200);
		as(TestTokens.user().mayInConsortium(this.consortium, READ)).get(uri).is(200);
		as(TestTokens.user().mayInRegion("500229", READ)).get(uri).is(200);
		as(TestTokens.user().mayInOrganization(this.township.id(), READ)).get(uri).is(200);
		as(TestTokens.user().mayInOrganization(this.village.id(), READ)).get(uri).is(404, "not-found");
		as(TestTokens.user().mayInConsortium(UUID.randomUUID(), READ)).get(uri).is(404, "not-found");
		as(TestTokens.user().mayInRegion("500235", READ)).get(uri).is(404, "not-found");
		as(TestTokens.user().mayEverywhere("consultation:read")).get(uri).is(403, "permission-missing");
		everywhere().get("/api/v1/consultation-centers/" + UUID.randomUUID() + "/statistics?year=2026")
			.is(404, "not-found");
	}

	@Test
	void wantsAYear() {
		everywhere().get(uri("quarter=1")).is(400, "invalid-parameter");
		everywhere().get(uri("year=1899")).is(400, "invalid-parameter").blames("/year", "range");
		everywhere().get(uri("year=2026&quarter=5")).is(400, "invalid-parameter").blames("/quarter", "range");
		everywhere().get(uri("year=2026&month=1")).is(400, "unknown-parameter");
	}

	private UUID reported(ConsultationType type, Instant at, Duration after) {
		return this.cases.reported(this.center, this.township, type, at, this.doctor, after);
	}

	private void done(Runnable what) {
		this.transaction.executeWithoutResult((status) -> what.run());
	}

	/** As the standby has it. */
	private JsonNode page(String query) {
		TestServers.postgres().awaitStandby();
		return everywhere().get(uri(query)).is(200).body();
	}

	private String uri(String query) {
		return "/api/v1/consultation-centers/" + this.center.id() + "/statistics?" + query;
	}

	private Calls everywhere() {
		return as(TestTokens.user().mayEverywhere(READ));
	}

	private Calls as(TestTokens caller) {
		return new Calls(this.http, caller);
	}

	private static void assertCounts(JsonNode of, int applications, int reported, int outstanding) {
		assertThat(of.path("applications").asInt()).isEqualTo(applications);
		assertThat(of.path("reported").asInt()).isEqualTo(reported);
		assertThat(of.path("outstanding").asInt()).isEqualTo(outstanding);
	}

}
