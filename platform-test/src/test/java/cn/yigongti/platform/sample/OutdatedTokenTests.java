package cn.yigongti.platform.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.platform.accesschange.AccessChanges;
import cn.yigongti.platform.accesschange.ChangeStream;
import cn.yigongti.platform.test.SecondReplica;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two replicas of a service hear of what somebody else publishes. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutdatedTokenTests {

	private static final Duration PROMISED = Duration.ofSeconds(5);

	private final RestTestClient here;

	private final RestTestClient there;

	private final SecondReplica second;

	private final ChangeStream stream;

	private final MeterRegistry meters;

	private final String user = "user:" + UUID.randomUUID();

	OutdatedTokenTests(RestTestClient http, ChangeStream stream, MeterRegistry meters,
			ConfigurableApplicationContext first) {
		this.second = SecondReplica.of(first, SampleApplication.class);
		this.here = http;
		this.there = this.second.http();
		this.stream = stream;
		this.meters = meters;
	}

	@BeforeAll
	void publish() {
		this.stream.append(null, Map.of(this.user, 7L), true);
	}

	@AfterAll
	void stop() {
		this.second.close();
	}

	@Test
	void aTokenFromBeforeTheChangeIsRefusedOnBothReplicasAndOneFromAfterIsNot() {
		String old = tokenAsOf(6);
		for (RestTestClient replica : List.of(this.here, this.there)) {
			await().atMost(PROMISED).untilAsserted(() -> refuses(replica, old));
			ask(replica, tokenAsOf(7)).expectStatus().isOk();
		}
		assertThat(this.meters.get("yigongti.access.changes.outdated").counter().count()).isPositive();
	}

	@Test
	void aTokenThatDependsOnNothingGoesThrough() {
		ask(this.here, TestTokens.service("referral-service").mayEverywhere("note:read").bearer()).expectStatus()
			.isOk();
	}

	@Test
	void aTokenWhoseDependenciesMakeNoSenseIsNone() {
		String bearer = TestTokens.user().mayEverywhere("note:read").claim(AccessChanges.CLAIM, "all").bearer();
		ask(this.here, bearer).expectStatus()
			.isUnauthorized()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("unauthorized");
	}

	private String tokenAsOf(long number) {
		return TestTokens.user()
			.mayEverywhere("note:read")
			.claim(AccessChanges.CLAIM, Map.of(this.user, number, "role:DOCTOR", 0L))
			.bearer();
	}

	private static void refuses(RestTestClient replica, String bearer) {
		ask(replica, bearer).expectStatus()
			.isUnauthorized()
			.expectHeader()
			.valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("token-outdated");
	}

	private static RestTestClient.ResponseSpec ask(RestTestClient replica, String bearer) {
		return replica.get().uri("/notes/mine").header(HttpHeaders.AUTHORIZATION, bearer).exchange();
	}

}
