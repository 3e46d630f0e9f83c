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
class ConsultationCountApiTests {

	private static final String READ = "consultation:read";

	private static final String COUNTS = "/api/v1/consultations/statistics?";

	/** In China the first moment of 1999, which no other test writes of. */
	private static final Instant NEW_YEAR = Instant.parse("1998-12-31T16:00:00Z");

	private final RestTestClient http;

	private final TransactionTemplate transaction;

	private final OpenedCenters centers;

	private final Cases cases;

	private final UUID consortium = UUID.randomUUID();

	private final Party township = OpenedCenters.applicant("临江镇卫生院", this.consortium);

	private final Party village = OpenedCenters.applicant("龙泉村卫生室", UUID.randomUUID());

	ConsultationCountApiTests(RestTestClient http, JdbcClient jdbc, Consultations consultations,
			TransactionTemplate transaction) {
		this.http = http;
		this.transaction = transaction;
		this.centers = new OpenedCenters(jdbc);
		this.cases = new Cases(jdbc, consultations);
	}

	/** Four applications to two centres, and one that was cancelled. */
	@BeforeEach
	void applyForSome() {
		Place first = this.centers.open("县人民医院", this.consortium, 1);
		Place second = this.centers.open("县中医院", UUID.randomUUID(), 1);
		this.transaction.executeWithoutResult((status) -> {
			this.cases.submit(first, this.township, ConsultationType.ECG, NEW_YEAR, false);
			this.cases.submit(first, this.village, ConsultationType.ECG, NEW_YEAR.plus(Duration.ofDays(31)), false);
			this.cases.submit(second, this.township, ConsultationType.IMAGING, NEW_YEAR.minusMillis(1), false);
			this.cases.submit(second, this.village, ConsultationType.IMAGING, NEW_YEAR, false);
			UUID cancelled = this.cases.submit(first, this.township, ConsultationType.ECG, NEW_YEAR, false);
			this.cases.move(cancelled, (one) -> one.cancel("患者已转院", Instant.now(), Instant.now()));
		});
	}

	@Test
	void countsEachConsultationOfEitherSideOnce() {
		assertThat(counts(inConsortium(), "groupBy=type")).isEqualTo("[ECG 2, IMAGING 1] 3");
		assertThat(counts(inConsortium(), "groupBy=type&year=1999")).isEqualTo("[ECG 2] 2");
		assertThat(counts(inConsortium(), "groupBy=month")).isEqualTo("[1998-12 1, 1999-01 1, 1999-02 1] 3");
		assertThat(counts(inConsortium(), "groupBy=month&year=1998&quarter=4")).isEqualTo("[1998-12 1] 1");
		assertThat(counts(inConsortium(), "groupBy=applicant"))
			.isEqualTo("[%s 2, %s 1] 3".formatted(this.township.id(), this.village.id()));
	}

	@Test
	void countsCancelledOnesByStatusAlone() {
		assertThat(counts(inConsortium(), "groupBy=status")).isEqualTo("[SUBMITTED 3, CANCELLED 1] 4");
		assertThat(counts(inConsortium(), "groupBy=status&year=1999")).isEqualTo("[SUBMITTED 2, CANCELLED 1] 3");
	}

	@Test
	void seesNothingOutOfScope() {
		assertThat(counts(as(TestTokens.user().mayInConsortium(UUID.randomUUID(), READ)), "groupBy=type"))
			.isEqualTo("[] 0");
		assertThat(counts(as(TestTokens.user().mayInOrganization(this.village.id(), READ)), "groupBy=type"))
			.isEqualTo("[ECG 1, IMAGING 1] 2");
		as(TestTokens.user().mayEverywhere("consultation-center:read")).get(COUNTS + "groupBy=type")
			.is(403, "permission-missing");
	}

	/** The sums and the rows agree, whichever is asked. */
	@Test
	void countsTheSameForWhoSeesEverything() {
		Place third = this.centers.open("县妇幼保健院", UUID.randomUUID(), 1);
		this.transaction.executeWithoutResult((status) -> {
			this.cases.reported(third, this.village, ConsultationType.ECG, NEW_YEAR, UUID.randomUUID(),
					Duration.ofHours(1));
			UUID declined = this.cases.submit(third, this.village, ConsultationType.ECG, NEW_YEAR, false);
			this.cases.move(declined, (one) -> one.decline("资料不全", Instant.now(), Instant.now()));
		});
		assertThat(counts(as(TestTokens.user().mayEverywhere(READ)), "groupBy=status&year=1999")).contains("REPORTED",
				"DECLINED", "CANCELLED", "SUBMITTED");
		Calls everywhere = as(TestTokens.user().mayEverywhere(READ));
		Calls county = as(TestTokens.user().mayInRegion("500229", READ));
		for (String grouping : new String[] { "type", "applicant", "center", "status", "month" }) {
			for (String period : new String[] { "&year=1999", "&year=1998&quarter=4" }) {
				assertThat(counts(everywhere, "groupBy=" + grouping + period))
					.isEqualTo(counts(county, "groupBy=" + grouping + period));
			}
		}
	}

	@Test
	void knowsFiveGroupings() {
		Calls everywhere = as(TestTokens.user().mayEverywhere(READ));
		everywhere.get(COUNTS + "groupBy=doctor").is(400, "invalid-parameter").blames("/groupBy", "pattern");
		everywhere.get(COUNTS + "year=1999").is(400, "invalid-parameter");
		everywhere.get(COUNTS + "groupBy=type&quarter=1").is(400, "invalid-parameter").blames("/quarter", "needs-year");
	}

	private String counts(Calls caller, String query) {
		TestServers.postgres().awaitStandby();
		JsonNode body = caller.get(COUNTS + query).is(200).body();
		return body.path("groups")
			.valueStream()
			.map((group) -> group.path("key").asString() + " " + group.path("count").asInt())
			.toList() + " " + body.path("total").asInt();
	}

	private Calls inConsortium() {
		return as(TestTokens.user().mayInConsortium(this.consortium, READ));
	}

	private Calls as(TestTokens caller) {
		return new Calls(this.http, caller);
	}

}
