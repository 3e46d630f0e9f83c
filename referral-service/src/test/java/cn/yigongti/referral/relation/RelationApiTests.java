package cn.yigongti.referral.relation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.referral.County;
import cn.yigongti.referral.PeerServices;
import cn.yigongti.referral.ReferralServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ReferralServiceTest
class RelationApiTests {

	private static final String RELATIONS = "/api/v1/referral-relations";

	private static final String CLICK = RELATIONS + "/auto-configurations";

	private final RestTestClient http;

	private final PeerServer peers;

	private County county;

	RelationApiTests(RestTestClient http, PeerServer peers) {
		this.http = http;
		this.peers = peers;
		this.county = County.unrelated(http, peers);
	}

	@BeforeEach
	void open() {
		this.county = County.unrelated(this.http, this.peers);
	}

	@Test
	void configuresAllMembersWithOneClickAndNothingWithTheNext() {
		Map<String, Object> click = Map.of("organizationId", this.county.peoples.id());
		Answer first = this.county.administrator().post(CLICK, click).is(200);
		assertThat(first.body().path("created")).hasSize(6);
		assertThat(first.body().path("existing")).isEmpty();
		assertThat(first.body().path("created").valueStream())
			.allMatch((item) -> !item.path("id").asString("").isEmpty() && item.has("sourceName"));
		Answer second = this.county.administrator().post(CLICK, click).is(200);
		assertThat(second.body().path("created")).isEmpty();
		assertThat(ids(second.body().path("existing")))
			.containsExactlyInAnyOrderElementsOf(ids(first.body().path("created")));
		assertThat(total("")).isEqualTo(6);
	}

	@Test
	void saysWhatAClickWouldDoWithoutDoingIt() {
		Map<String, Object> click = Map.of("organizationId", this.county.peoples.id(), "dryRun", true);
		Answer dry = this.county.administrator().post(CLICK, click).is(200);
		assertThat(dry.body().path("created")).hasSize(6);
		assertThat(dry.body().path("created").valueStream())
			.allMatch((item) -> item.has("id") && item.path("id").isNull());
		assertThat(total("")).isZero();
	}

	@Test
	void createsOnceHoweverManyClickAtTheSameTime() throws Exception {
		Map<String, Object> click = Map.of("organizationId", this.county.peoples.id());
		Calls administrator = this.county.administrator();
		try (ExecutorService clicks = Executors.newFixedThreadPool(4)) {
			Callable<Answer> one = () -> administrator.post(CLICK, click);
			int created = 0;
			for (Future<Answer> answer : clicks.invokeAll(List.of(one, one, one, one))) {
				created += answer.get().is(200).body().path("created").size();
			}
			assertThat(created).isEqualTo(6);
		}
		assertThat(total("")).isEqualTo(6);
	}

	@Test
	void leavesOutClosedMembersAndSaysSo() {
		var closed = new PeerServices.Place(UUID.randomUUID(), "已关闭卫生室", this.county.village.tier(), "500229101202",
				this.county.consortium, "CLOSED");
		PeerServices.add(this.peers, closed);
		PeerServices.consortium(this.peers, this.county.consortium, 7, List.of(this.county.peoples, closed));
		Answer answer = this.county.administrator().post(CLICK, Map.of("organizationId", this.county.peoples.id()));
		assertThat(answer.is(200).body().path("created")).isEmpty();
		assertThat(answer.body().path("skipped").get(0).path("organizationId").asString())
			.isEqualTo(closed.id().toString());
		assertThat(answer.body().path("skipped").get(0).path("reason").asString()).isEqualTo("organization-closed");
	}

	@Test
	void knowsNothingOfOrganizationsOutOfScope() {
		this.county.stranger().post(CLICK, Map.of("organizationId", this.county.peoples.id())).is(404, "not-found");
		this.county.administrator().post(CLICK, Map.of("organizationId", UUID.randomUUID())).is(404, "not-found");
		add(this.county.stranger(), "UP").is(404, "not-found");
	}

	@Test
	void addsOneThatAgreesWithTheTiers() {
		Answer added = add(this.county.administrator(), "UP").is(201);
		assertThat(added.headers().getFirst("Location")).isEqualTo(RELATIONS + "/" + added.text("id"));
		assertThat(added.text("sourceName")).isEqualTo("临江镇卫生院");
		assertThat(added.etag()).isEqualTo("\"1\"");
		this.county.administrator().get(RELATIONS + "/" + added.text("id")).is(200);
		add(this.county.administrator(), "UP").is(409, "relation-exists");
		add(this.county.administrator(), "DOWN").is(422, "type-against-tier");
	}

	@Test
	void refusesToRelateAnOrganizationToItself() {
		this.county.administrator()
			.post(RELATIONS,
					Map.of("sourceId", this.county.tcm.id(), "targetId", this.county.tcm.id(), "type", "SAME_LEVEL"))
			.is(422, "invalid")
			.blames("/targetId", "same-organization");
	}

	@Test
	void letsAnOrganizationRelateItselfWithinItsConsortiumOnly() {
		Calls township = this.county.as(TestTokens.user()
			.mayInOrganization(this.county.township.id(), "referral-relation:read", "referral-relation:write"));
		add(township, "UP").is(201);
		County other = County.unrelated(this.http, this.peers);
		township
			.post(RELATIONS,
					Map.of("sourceId", this.county.township.id(), "targetId", other.peoples.id(), "type", "UP"))
			.is(404, "not-found");
	}

	@Test
	void disablesAndEnablesWithTheVersionAtHand() {
		Answer added = add(this.county.administrator(), "UP").is(201);
		String one = RELATIONS + "/" + added.text("id");
		Answer disabled = this.county.administrator().patch(one, added.etag(), Map.of("enabled", false)).is(200);
		assertThat(disabled.body().path("enabled").asBoolean()).isFalse();
		assertThat(disabled.etag()).isNotEqualTo(added.etag());
		this.county.administrator().patch(one, added.etag(), Map.of("enabled", true)).is(412, "stale-version");
		assertThat(total("?enabled=false")).isEqualTo(1);
		assertThat(total("?enabled=true")).isZero();
	}

	@Test
	void filtersByEitherSideAndType() {
		this.county.administrator().post(CLICK, Map.of("organizationId", this.county.peoples.id())).is(200);
		assertThat(total("?sourceId=" + this.county.peoples.id())).isEqualTo(3);
		assertThat(total("?targetId=" + this.county.peoples.id() + "&type=UP")).isEqualTo(2);
		assertThat(total("?organizationId=" + this.county.village.id())).isEqualTo(2);
		this.county.administrator().get(RELATIONS + "?source=1").is(400, "unknown-parameter");
	}

	@Test
	void showsRelationsToScopedSidesAndNobodyElse() {
		this.county.administrator().post(CLICK, Map.of("organizationId", this.county.peoples.id())).is(200);
		assertThat(this.county.villageDoctor().get(RELATIONS).is(200).body().path("total").asInt()).isEqualTo(2);
		assertThat(this.county.stranger().get(RELATIONS).is(200).body().path("total").asInt()).isZero();
		Calls region = this.county.as(TestTokens.user().mayInRegion("500229101", "referral-relation:read"));
		String mine = "?organizationId=" + this.county.peoples.id();
		assertThat(region.get(RELATIONS + mine).body().path("total").asInt()).isEqualTo(4);
	}

	@Test
	void deletesOneOrManyWithinScope() {
		this.county.administrator().post(CLICK, Map.of("organizationId", this.county.peoples.id())).is(200);
		List<String> ids = ids(this.county.administrator().get(RELATIONS).body().path("items"));
		this.county.stranger().delete(RELATIONS + "/" + ids.getFirst()).is(404, "not-found");
		this.county.administrator().delete(RELATIONS + "/" + ids.getFirst()).is(204);
		this.county.administrator().delete(RELATIONS + "/" + ids.getFirst()).is(404, "not-found");
		Answer many = this.county.administrator().post(RELATIONS + "/deletions", Map.of("ids", ids)).is(200);
		assertThat(many.body().path("deleted")).hasSize(5);
		assertThat(many.body().path("notFound")).hasSize(1);
		assertThat(total("")).isZero();
	}

	@Test
	void refusesDeletionsOfNothingAndOfTooMany() {
		String deletions = RELATIONS + "/deletions";
		this.county.administrator().post(deletions, Map.of("ids", List.of())).is(422, "invalid");
		List<UUID> many = Stream.generate(UUID::randomUUID).limit(501).toList();
		this.county.administrator().post(deletions, Map.of("ids", many)).is(422, "invalid").blames("/ids", "size");
	}

	@Test
	void leavesNothingHalfDoneWhenTheOrgServiceIsDown() {
		PeerServices.down(this.peers, "/api/v1/consortia/" + this.county.consortium + "/members");
		this.county.administrator()
			.post(CLICK, Map.of("organizationId", this.county.peoples.id()))
			.is(503, "dependency-unavailable");
		assertThat(total("")).isZero();
	}

	private Answer add(Calls caller, String type) {
		return caller.post(RELATIONS,
				Map.of("sourceId", this.county.township.id(), "targetId", this.county.peoples.id(), "type", type));
	}

	private int total(String query) {
		return this.county.administrator().get(RELATIONS + query).is(200).body().path("total").asInt();
	}

	private static List<String> ids(JsonNode items) {
		return items.valueStream().map((item) -> item.path("id").asString()).toList();
	}

}
