package cn.yigongti.dashboard;

import java.util.stream.Stream;

import cn.yigongti.platform.permission.DeclaredPermissions;
import cn.yigongti.platform.test.EveryOperation;
import cn.yigongti.platform.test.OpenApiSnapshot;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
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

	@Test
	void wantsATokenEvenForWhatIsNotThere() {
		this.http.get().uri("/api/v1/anything").exchange().expectStatus().isUnauthorized();
		this.http.get()
			.uri("/api/v1/anything")
			.header("Authorization", TestTokens.user().mayEverywhere("anything:read").bearer())
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@TestFactory
	Stream<DynamicTest> everyOperationNeedsItsPermission(@Autowired DeclaredPermissions declared) {
		return EveryOperation.of(this.http).needsItsPermission(declared);
	}

}
