package cn.yigongti.consultation.relation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.County;
import cn.yigongti.consultation.PeerServices;
import cn.yigongti.consultation.PeerServices.Place;
import cn.yigongti.consultation.center.Centers;
import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.CountedStatements;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class RelationApiTests {

	private static final String RELATIONS = "/api/v1/consultation-relations";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final Relations relations;

	private final Centers centers;

	private County county;

	private UUID center = UUID.randomUUID();

	RelationApiTests(RestTestClient http, PeerServer peers, JdbcClient jdbc, TransactionOperations transaction,
			Relations relations, Centers centers) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.relations = relations;
		this.centers = centers;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.unrelated(this.http, this.peers);
		this.center = this.county.peoplesCenter();
	}

	@Test
	void letsAnOrganizationApplyToACentre() {
		Answer added = add(this.county.administrator(), this.county.township.id()).is(201);
		String one = RELATIONS + "/" + added.text("id");
		assertThat(added.headers().getFirst("Location")).isEqualTo(one);
		assertThat(added.text("applicantName")).isEqualTo("临江镇卫生院");
		assertThat(added.text("applicantTier")).isEqualTo("TOWNSHIP");
		assertThat(added.text("centerId")).isEqualTo(this.center.toString());
		assertThat(added.text("centerName")).isEqualTo("县人民医院");
		assertThat(added.text("centerOrganizationId")).isEqualTo(this.county.peoples.id().toString());
		Answer read = this.county.administrator().get(one).is(200);
		assertThat(read.body()).isEqualTo(added.body());
		assertThat(read.etag()).isEqualTo(added.etag());
		assertThat(list("").path("items").get(0)).isEqualTo(added.body());
		assertThat(this.relations.existsByApplicantIdAndCenterId(this.county.township.id(), this.center)).isTrue();
		assertThat(this.relations.existsByApplicantIdAndCenterId(this.county.village.id(), this.center)).isFalse();
		add(this.county.administrator(), this.county.township.id()).is(409, "relation-exists");
	}

	@Test
	void refusesTheCentreItself() {
		add(this.county.administrator(), this.county.peoples.id()).is(422, "invalid")
			.blames("/applicantId", "is-the-center");
	}

	@Test
	void refusesAnApplicantThatIsClosed() {
		Place closed = new Place(UUID.randomUUID(), "已关闭卫生室", Tier.VILLAGE, "500229101202", this.county.consortium,
				"CLOSED");
		PeerServices.add(this.peers, closed);
		add(this.county.administrator(), closed.id()).is(422, "invalid").blames("/applicantId", "organization-closed");
	}

	@Test
	void refusesACentreThatHasEnded() {
		this.county.administrator()
			.put("/api/v1/consultation-centers/" + this.center, "*",
					this.county.centerRequest(this.county.peoples).put("active", false))
			.is(200);
		add(this.county.administrator(), this.county.township.id()).is(422, "invalid")
			.blames("/centerId", "center-inactive");
	}

	@Test
	void refusesACentreWhoseHospitalHasClosed() {
		Place closed = new Place(UUID.randomUUID(), "已关闭医院", Tier.COUNTY, "500229009", this.county.consortium,
				"CLOSED");
		PeerServices.add(this.peers, closed);
		ConsultationCenter standing = this.centers.save(new ConsultationCenter(UuidV7.next(), this.county.consortium,
				new Party(closed.id(), closed.name(), closed.tier(), closed.consortium(), closed.regionCode()), "简介",
				List.of(), true, 2, List.of(), Instant.now(), Instant.now(), 0));
		this.county.administrator()
			.post(RELATIONS, Map.of("applicantId", this.county.township.id(), "centerId", standing.id()))
			.is(422, "invalid")
			.blames("/centerId", "organization-closed");
	}

	@Test
	void refusesACentreThatEndsMeanwhile() throws Exception {
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			Future<Answer> added = this.transaction.execute((status) -> {
				this.jdbc.sql("update consultation_center set active = false, place = null where id = ?")
					.param(this.center)
					.update();
				Future<Answer> answer = threads
					.submit(() -> add(this.county.administrator(), this.county.township.id()));
				Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answer.isDone() || somebodyWaits());
				return answer;
			});
			added.get().is(422, "invalid").blames("/centerId", "center-inactive");
		}
		assertThat(list("").path("total").asInt()).isZero();
	}

	@Test
	void knowsNothingOfWhatIsOutOfReach() {
		add(this.county.stranger(), this.county.township.id()).is(404, "not-found");
		add(this.county.administrator(), UUID.randomUUID()).is(404, "not-found");
		this.county.administrator()
			.post(RELATIONS, Map.of("applicantId", this.county.township.id(), "centerId", UUID.randomUUID()))
			.is(404, "not-found");
		// the id of an organization is not the id of its centre
		this.county.administrator()
			.post(RELATIONS, Map.of("applicantId", this.county.township.id(), "centerId", this.county.peoples.id()))
			.is(404, "not-found");
		add(this.county.administrator(), County.unrelated(this.http, this.peers).township.id()).is(404, "not-found");
		this.county.administrator().post(RELATIONS, Map.of()).is(422, "invalid").blames("/centerId", "not-null");
	}

	@Test
	void letsAnOrganizationRelateItselfWithinItsConsortiumOnly() {
		Calls township = this.county
			.as(TestTokens.user().mayInOrganization(this.county.township.id(), "consultation-relation:write"));
		add(township, this.county.township.id()).is(201);
		add(township, this.county.village.id()).is(404, "not-found");
		UUID foreign = County.unrelated(this.http, this.peers).peoplesCenter();
		township.post(RELATIONS, Map.of("applicantId", this.county.township.id(), "centerId", foreign))
			.is(404, "not-found");
	}

	@Test
	void relatesAcrossConsortiaForWhoReachesBoth() {
		UUID foreign = County.unrelated(this.http, this.peers).peoplesCenter();
		this.county.as(TestTokens.user().mayEverywhere("consultation-relation:write"))
			.post(RELATIONS, Map.of("applicantId", this.county.township.id(), "centerId", foreign))
			.is(201);
	}

	@Test
	void filtersByEitherSideAndConsortium() {
		UUID tcm = this.county.tcmCenter();
		this.county.oneClick(this.center, tcm).is(200);
		assertThat(total("")).isEqualTo(6);
		assertThat(total("?applicantId=" + this.county.township.id())).isEqualTo(2);
		assertThat(total("?centerId=" + tcm)).isEqualTo(3);
		assertThat(total("?centerId=" + tcm + "&applicantId=" + this.county.village.id())).isOne();
		assertThat(total("?consortiumId=" + this.county.consortium)).isEqualTo(6);
		assertThat(total("?consortiumId=" + UUID.randomUUID())).isZero();
		this.county.administrator().get(RELATIONS + "?center=1").is(400, "unknown-parameter");
	}

	@Test
	void pagesWithoutRepeatingOrMissingOne() {
		this.county.oneClick(this.center, this.county.tcmCenter()).is(200);
		List<String> all = ids(list("").path("items"));
		Stream.Builder<String> seen = Stream.builder();
		String cursor = "";
		for (int i = 0; i < 3; i++) {
			JsonNode page = list("?limit=2" + cursor);
			ids(page.path("items")).forEach(seen);
			cursor = "&cursor=" + page.path("nextCursor").asString("");
		}
		assertThat(seen.build().toList()).isEqualTo(all).hasSize(6);
	}

	@Test
	void readsAPageInOneStatement() {
		this.county.oneClick(this.center).is(200);
		Calls region = this.county.as(TestTokens.user()
			.mayInConsortium(this.county.consortium, "consultation-relation:read")
			.mayInRegion("500229", "consultation-relation:read"));
		try (CountedStatements statements = new CountedStatements()) {
			assertThat(statements.of(() -> region.get(RELATIONS + "?centerId=" + this.center).is(200))).isOne();
		}
	}

	@Test
	void showsRelationsToScopedSidesAndNobodyElse() {
		this.county.oneClick(this.center).is(200);
		String mine = "?centerId=" + this.center;
		assertThat(total(this.county.villageDoctor(), "")).isOne();
		assertThat(total(this.county.peoplesDoctor(), "")).isEqualTo(3);
		assertThat(total(this.county.stranger(), "")).isZero();
		Calls region = this.county.as(TestTokens.user().mayInRegion("500229101", "consultation-relation:read"));
		assertThat(total(region, mine)).isEqualTo(2);
		String village = ids(list("?applicantId=" + this.county.village.id()).path("items")).getFirst();
		this.county.villageDoctor().get(RELATIONS + "/" + village).is(200);
		region.get(RELATIONS + "/" + village).is(200);
		this.county.townshipDoctor().get(RELATIONS + "/" + village).is(404, "not-found");
		this.county.stranger().get(RELATIONS + "/" + village).is(404, "not-found");
	}

	@Test
	void deletesOneOrManyWithinScope() {
		this.county.oneClick(this.center).is(200);
		List<String> ids = ids(list("").path("items"));
		this.county.stranger().delete(RELATIONS + "/" + ids.getFirst()).is(404, "not-found");
		Answer strange = this.county.stranger().post(RELATIONS + "/deletions", Map.of("ids", ids)).is(200);
		assertThat(strange.body().path("deleted")).isEmpty();
		assertThat(strange.body().path("notFound")).hasSize(3);
		this.county.administrator().delete(RELATIONS + "/" + ids.getFirst()).is(204);
		this.county.administrator().delete(RELATIONS + "/" + ids.getFirst()).is(404, "not-found");
		Answer many = this.county.administrator().post(RELATIONS + "/deletions", Map.of("ids", ids)).is(200);
		assertThat(many.body().path("deleted").valueStream().map(JsonNode::asString))
			.containsExactlyInAnyOrderElementsOf(ids.subList(1, 3));
		assertThat(many.body().path("notFound").valueStream().map(JsonNode::asString)).containsExactly(ids.getFirst());
		assertThat(total("")).isZero();
		ids.forEach((id) -> assertThat(trailOf(id)).containsExactly("consultation-relation:delete"));
	}

	@Test
	void refusesDeletionsOfNothingAndOfTooMany() {
		String deletions = RELATIONS + "/deletions";
		this.county.administrator().post(deletions, Map.of("ids", List.of())).is(422, "invalid");
		List<UUID> many = Stream.generate(UUID::randomUUID).limit(501).toList();
		this.county.administrator().post(deletions, Map.of("ids", many)).is(422, "invalid").blames("/ids", "size");
		Answer most = this.county.administrator().post(deletions, Map.of("ids", many.subList(0, 500))).is(200);
		assertThat(most.body().path("notFound")).hasSize(500);
	}

	@Test
	void recordsWhoRelatedThem() {
		String id = add(this.county.administrator(), this.county.township.id()).is(201).text("id");
		assertThat(trailOf(id)).containsExactly("consultation-relation:create");
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql("""
				select exists (select from pg_stat_activity
				where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single();
	}

	private Answer add(Calls caller, UUID applicant) {
		return caller.post(RELATIONS, Map.of("applicantId", applicant, "centerId", this.center));
	}

	private JsonNode list(String query) {
		return this.county.administrator().get(RELATIONS + query).is(200).body();
	}

	private int total(String query) {
		return total(this.county.administrator(), query);
	}

	private static int total(Calls caller, String query) {
		return caller.get(RELATIONS + query).is(200).body().path("total").asInt();
	}

	private List<String> trailOf(String id) {
		return this.jdbc.sql("select action from audit_event where resource_id = ? order by at, id")
			.param(id)
			.query(String.class)
			.list();
	}

	private static List<String> ids(JsonNode items) {
		return items.valueStream().map((item) -> item.path("id").asString()).toList();
	}

}
