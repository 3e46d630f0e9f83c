package cn.yigongti.referral.openwork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.platform.test.Calls;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ReferralServiceTest
class OpenCountApiTests {

	private static final String COUNTS = "/api/v1/referrals/open-counts?organizationId=";

	private final County county;

	private final Calls orgService;

	OpenCountApiTests(RestTestClient http, PeerServer peers) {
		this.county = County.related(http, peers);
		this.orgService = this.county.as(TestTokens.service("org-service").mayEverywhere("referral:read"));
	}

	@Test
	void answersLikeTheExampleForItsClients() throws IOException {
		this.county.applied();
		ObjectNode example = (ObjectNode) JsonMapper.shared()
			.readTree(Files.readString(Path.of("..", "contracts", "referral-service", "open-counts.json")));
		JsonNode answer = this.orgService.get(COUNTS + this.county.peoples.id()).is(200).body();
		ObjectNode item = (ObjectNode) example.path("items").get(0);
		assertThat(answer.path("items").get(0).path("asOf").asString()).endsWith("Z");
		item.put("organizationId", this.county.peoples.id().toString())
			.set("asOf", answer.path("items").get(0).path("asOf"));
		assertThat(answer).isEqualTo(example);
	}

	@Test
	void countsTheWithdrawnNoMore() {
		String id = this.county.applied();
		this.county.townshipDoctor().post("/api/v1/referrals/" + id + "/void", Map.of("reason", "不愿转诊")).is(200);
		assertThat(count(this.orgService, this.county.township.id(), "asSource")).isZero();
	}

	@Test
	void countsForSeveralOnceEach() {
		this.county.applied();
		UUID township = this.county.township.id();
		JsonNode items = this.orgService
			.get(COUNTS + township + "&organizationId=" + this.county.peoples.id() + "&organizationId=" + township)
			.is(200)
			.body()
			.path("items");
		assertThat(items.size()).isEqualTo(2);
		assertThat(items.get(0).path("asSource").asInt()).isOne();
		assertThat(items.get(1).path("asTarget").asInt()).isOne();
	}

	@Test
	void countsOnlyWhatTheCallerMaySee() {
		this.county.applied();
		UUID hospital = this.county.peoples.id();
		assertThat(count(this.county.administrator(), hospital, "asTarget")).isOne();
		assertThat(count(this.county.peoplesDoctor(), hospital, "asTarget")).isOne();
		assertThat(count(this.county.townshipDoctor(), hospital, "asTarget")).isOne();
		assertThat(count(this.county.villageDoctor(), hospital, "asTarget")).isZero();
		assertThat(count(this.county.stranger(), hospital, "asTarget")).isZero();
		this.county.as(TestTokens.user().mayEverywhere("organization:read"))
			.get(COUNTS + hospital)
			.is(403, "permission-missing");
	}

	@Test
	void answersForTwoHundredAtMostAndForOneAtLeast() {
		String all = Stream.generate(UUID::randomUUID)
			.limit(200)
			.map(UUID::toString)
			.collect(Collectors.joining("&organizationId="));
		assertThat(this.orgService.get(COUNTS + all).is(200).body().path("items").size()).isEqualTo(200);
		this.orgService.get(COUNTS + all + "&organizationId=" + UUID.randomUUID())
			.is(400, "invalid-parameter")
			.blames("/organizationId", "size");
		this.orgService.get(COUNTS).is(400, "invalid-parameter");
		this.orgService.get("/api/v1/referrals/open-counts").is(400, "invalid-parameter");
		this.orgService.get(COUNTS + "x").is(400, "invalid-parameter");
	}

	private static int count(Calls caller, UUID organization, String side) {
		return caller.get(COUNTS + organization).is(200).body().path("items").get(0).path(side).asInt();
	}

}
