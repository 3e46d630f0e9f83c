package cn.yigongti.referral;

import java.util.stream.Stream;

import cn.yigongti.platform.permission.DeclaredPermissions;
import cn.yigongti.platform.test.EveryOperation;
import cn.yigongti.platform.test.OpenApiSnapshot;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ReferralServiceTest
class ServiceTests {

	private final RestTestClient http;

	ServiceTests(RestTestClient http) {
		this.http = http;
	}

	@ParameterizedTest
	@ValueSource(strings = { "liveness", "readiness" })
	void isHealthy(String group) {
		this.http.get()
			.uri("/actuator/health/" + group)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("UP");
	}

	@Test
	void publishesTheApiThatWasReviewed() {
		OpenApiSnapshot.verify(this.http);
	}

	@TestFactory
	Stream<DynamicTest> refusesStrangersEverywhere() {
		return EveryOperation.of(this.http).refusesStrangers();
	}

	@TestFactory
	Stream<DynamicTest> everyOperationNeedsItsPermission(@Autowired DeclaredPermissions declared) {
		return EveryOperation.of(this.http).needsItsPermission(declared);
	}

}
