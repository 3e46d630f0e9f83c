package cn.yigongti.consultation.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.consultation.PeerServices;
import cn.yigongti.consultation.PeerServices.Place;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.CountedStatements;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class OneClickApiTests {

	private static final String RELATIONS = "/api/v1/consultation-relations";

	private static final String CLICK = RELATIONS + "/auto-configurations";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private County county;

	OneClickApiTests(RestTestClient http, PeerServer peers, JdbcClient jdbc) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.unrelated(this.http, this.peers);
	}

	@Test
	void relatesAWholeCountyToTwoCentres() {
		List<Place> members = wholeCounty();
		UUID peoples = this.county.peoplesCenter();
		UUID tcm = this.county.tcmCenter();
		Answer first = this.county.oneClick(peoples).is(200);
		assertThat(first.body().path("created")).hasSize(members.size() - 1);
		assertThat(first.body().path("skipped")).hasSize(1);
		Answer dry = click(true, peoples, tcm).is(200);
		Answer both = click(false, peoples, tcm).is(200);
		assertThat(both.body().path("created")).hasSize(members.size() - 1);
		assertThat(both.body().path("existing")).hasSize(members.size() - 1);
		assertThat(both.body().path("skipped")).hasSize(2);
		assertThat(sides(dry.body().path("created"))).isEqualTo(sides(both.body().path("created")));
		assertThat(dry.body().path("existing")).isEqualTo(both.body().path("existing"));
		assertThat(dry.body().path("skipped")).isEqualTo(both.body().path("skipped"));
		assertThat(total("?centerId=" + peoples)).isEqualTo(231);
		assertThat(total("?centerId=" + tcm)).isEqualTo(231);
		assertThat(total("")).isEqualTo(2 * (232 - 1));
		Answer again = click(false, tcm, peoples).is(200);
		assertThat(again.body().path("created")).isEmpty();
		assertThat(ids(again.body().path("existing"))).hasSize(462).doesNotHaveDuplicates();
	}

	@Test
	void writesAllRelationsWithOneStatement() {
		UUID peoples = this.county.peoplesCenter();
		UUID tcm = this.county.tcmCenter();
		try (CountedStatements statements = new CountedStatements()) {
			long few = statements.of(() -> this.county.oneClick(peoples, tcm).is(200));
			wholeCounty();
			assertThat(statements.of(() -> assertThat(this.county.oneClick(peoples, tcm).is(200).body().path("created"))
				.hasSize(462 - 6))).isEqualTo(few);
		}
	}

	@Test
	void saysWhatAClickWouldDoWithoutDoingIt() {
		UUID center = this.county.peoplesCenter();
		Answer dry = click(true, center).is(200);
		assertThat(dry.body().path("dryRun").asBoolean()).isTrue();
		assertThat(dry.body().path("created")).hasSize(3);
		assertThat(dry.body().path("created").valueStream())
			.allMatch((item) -> item.has("id") && item.path("id").isNull());
		assertThat(total("")).isZero();
		assertThat(trailOf(center)).containsExactly("consultation-center:create");
	}

	@Test
	void createsOnceHoweverManyClickAtTheSameTime() throws Exception {
		wholeCounty();
		UUID peoples = this.county.peoplesCenter();
		UUID tcm = this.county.tcmCenter();
		try (ExecutorService clicks = Executors.newFixedThreadPool(6)) {
			List<Callable<Answer>> all = List.of(() -> click(false, peoples, tcm), () -> click(false, tcm, peoples),
					() -> click(false, peoples), () -> click(false, tcm), () -> click(false, peoples, tcm),
					() -> click(false, tcm, peoples));
			List<String> created = new ArrayList<>();
			for (Future<Answer> answer : clicks.invokeAll(all)) {
				created.addAll(ids(answer.get().is(200).body().path("created")));
			}
			assertThat(created).hasSize(462).doesNotHaveDuplicates();
		}
		assertThat(total("")).isEqualTo(462);
	}

	@Test
	void leavesOutClosedMembersAndTheCentreItselfAndSaysSo() {
		UUID center = this.county.peoplesCenter();
		Place closed = closed("已关闭卫生室");
		PeerServices.consortium(this.peers, this.county.consortium,
				List.of(this.county.peoples, closed, this.county.village));
		Answer answer = click(false, center).is(200);
		assertThat(answer.body().path("created")).hasSize(1);
		assertThat(answer.body().path("skipped").valueStream())
			.extracting(
					(skipped) -> skipped.path("organizationId").asString() + " " + skipped.path("reason").asString())
			.containsExactly(this.county.peoples.id() + " is-the-center", closed.id() + " organization-closed");
	}

	@Test
	void relatesWhoHasJoinedSince() {
		UUID center = this.county.related();
		Place newcomer = this.county.place("新建卫生室", Tier.VILLAGE, "500229101299");
		PeerServices.consortium(this.peers, this.county.consortium,
				List.of(this.county.peoples, this.county.tcm, this.county.township, this.county.village, newcomer));
		Answer answer = click(false, center).is(200);
		assertThat(answer.body().path("created")).hasSize(1);
		assertThat(answer.body().path("created").get(0).path("applicantId").asString())
			.isEqualTo(newcomer.id().toString());
	}

	@Test
	void refusesCentresThatCannotBeChosen() {
		UUID peoples = this.county.peoplesCenter();
		UUID tcm = this.county.tcmCenter();
		click(false, peoples, peoples).is(422, "invalid").blames("/centerIds/1", "repeated");
		click(false).is(422, "invalid").blames("/centerIds", "size");
		click(false, peoples, tcm, UUID.randomUUID()).is(422, "invalid").blames("/centerIds", "size");
		click(false, peoples, UUID.randomUUID()).is(404, "not-found");
		County other = County.unrelated(this.http, this.peers);
		UUID foreign = other.peoplesCenter();
		click(false, peoples, foreign).is(404, "not-found");
		Calls everywhere = this.county.as(TestTokens.user().mayEverywhere("consultation-relation:write"));
		everywhere.post(CLICK, Map.of("consortiumId", this.county.consortium, "centerIds", List.of(peoples, foreign)))
			.is(422, "invalid")
			.blames("/centerIds/1", "other-consortium");
		this.county.stranger()
			.post(CLICK, Map.of("consortiumId", this.county.consortium, "centerIds", List.of(peoples)))
			.is(404, "not-found");
		assertThat(total("")).isZero();
	}

	@Test
	void refusesCentresThatHaveEnded() {
		UUID peoples = this.county.peoplesCenter();
		UUID tcm = this.county.tcmCenter();
		ObjectNode inactive = this.county.centerRequest(this.county.tcm).put("active", false);
		this.county.administrator().put("/api/v1/consultation-centers/" + tcm, "*", inactive).is(200);
		click(false, peoples, tcm).is(422, "invalid").blames("/centerIds/1", "center-inactive");
		click(true, tcm).is(422, "invalid").blames("/centerIds/0", "center-inactive");
		Place shut = new Place(this.county.peoples.id(), this.county.peoples.name(), Tier.COUNTY, "500229001",
				this.county.consortium, "CLOSED");
		PeerServices.consortium(this.peers, this.county.consortium, List.of(shut, this.county.village));
		click(false, peoples).is(422, "invalid").blames("/centerIds/0", "organization-closed");
		PeerServices.consortium(this.peers, this.county.consortium, List.of(this.county.tcm, this.county.village));
		click(false, peoples).is(422, "invalid").blames("/centerIds/0", "not-a-member");
		assertThat(total("")).isZero();
	}

	@Test
	void leavesNothingHalfDoneWhenTheOrgServiceIsDown() {
		UUID center = this.county.peoplesCenter();
		PeerServices.down(this.peers, "/api/v1/consortia/" + this.county.consortium + "/members");
		click(false, center).is(503, "dependency-unavailable");
		assertThat(total("")).isZero();
	}

	@Test
	void recordsTheClickAtEachCentre() {
		UUID peoples = this.county.peoplesCenter();
		UUID tcm = this.county.tcmCenter();
		click(false, peoples, tcm).is(200);
		assertThat(trailOf(peoples)).containsExactly("consultation-center:create",
				"consultation-relation:auto-configure");
		assertThat(trailOf(tcm)).contains("consultation-relation:auto-configure");
	}

	/** 3 hospitals, 25 township centres and 204 village clinics. */
	private List<Place> wholeCounty() {
		List<Place> members = new ArrayList<>(
				List.of(this.county.peoples, this.county.tcm, this.county.township, this.county.village));
		members.add(this.county.place("县妇幼保健院", Tier.COUNTY, "500229003"));
		for (int i = 0; members.size() < 29; i++) {
			members.add(this.county.place("卫生院" + i, Tier.TOWNSHIP, "500229102"));
		}
		for (int i = 0; members.size() < 232; i++) {
			members.add(this.county.place("卫生室" + i, Tier.VILLAGE, "500229102201"));
		}
		PeerServices.consortium(this.peers, this.county.consortium, members);
		return members;
	}

	private Place closed(String name) {
		return new Place(UUID.randomUUID(), name, Tier.VILLAGE, "500229101202", this.county.consortium, "CLOSED");
	}

	private Answer click(boolean dryRun, UUID... centers) {
		return this.county.administrator()
			.post(CLICK,
					Map.of("consortiumId", this.county.consortium, "centerIds", List.of(centers), "dryRun", dryRun));
	}

	private int total(String query) {
		return this.county.administrator().get(RELATIONS + query).is(200).body().path("total").asInt();
	}

	private List<String> trailOf(UUID center) {
		return this.jdbc.sql("select action from audit_event where resource_id = ? order by at, id")
			.param(center.toString())
			.query(String.class)
			.list();
	}

	private static List<String> sides(JsonNode items) {
		return items.valueStream()
			.map((item) -> item.path("applicantId").asString() + " " + item.path("centerId").asString())
			.toList();
	}

	private static List<String> ids(JsonNode items) {
		return items.valueStream().map((item) -> Objects.requireNonNull(item.path("id").asString())).toList();
	}

}
