package cn.yigongti.platform.sample;

import java.time.Duration;

import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class StandbyTests {

	private final RestTestClient http;

	StandbyTests(RestTestClient http) {
		this.http = http;
	}

	@Test
	void readOnlyTransactionsGoToTheStandby() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> this.http.get()
				.uri("/notes/server")
				.header("Authorization", TestTokens.user().mayEverywhere("note:read").bearer())
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.standby")
				.isEqualTo(true));
	}

}
