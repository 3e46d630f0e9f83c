package cn.yigongti.iam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.platform.permission.DeclaredPermissions;
import cn.yigongti.platform.test.EveryOperation;
import cn.yigongti.platform.test.OpenApiSnapshot;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class ServiceTests {

	private final RestTestClient http;

	private final County county;

	private final People people;

	private final int port;

	@Autowired
	ServiceTests(RestTestClient http, County county, People people, @LocalServerPort int port) {
		this.http = http;
		this.county = county;
		this.people = people;
		this.port = port;
	}

	@ParameterizedTest
	@ValueSource(strings = { "liveness", "readiness" })
	void isHealthy(String group) {
		new Api(this.port, null).get("/actuator/health/" + group).expect(200);
	}

	@Test
	void publishesTheApiThatWasReviewed() {
		OpenApiSnapshot.verify(this.http);
	}

	@TestFactory
	Stream<DynamicTest> everyOperationRefusesStrangers() {
		return EveryOperation.of(this.http).refusesStrangers();
	}

	@TestFactory
	Stream<DynamicTest> everyOperationNeedsItsPermission(@Autowired DeclaredPermissions declared) {
		return EveryOperation.of(this.http)
			.needsItsPermission(declared, "POST /api/v1/activations", "GET /api/v1/me", "POST /api/v1/me/password",
					"GET /api/v1/me/sessions", "DELETE /api/v1/me/sessions/{id}", "GET /api/v1/me/second-factor",
					"POST /api/v1/me/second-factor", "POST /api/v1/me/second-factor/confirmation",
					"POST /api/v1/me/second-factor/removal");
	}

	@Test
	void answersWithAUserAsItsConsumersWereTold() throws IOException {
		Place hospital = this.county.organization("500229", null);
		Api api = new Api(this.port, TestTokens.user().mayEverywhere("user:read").bearer());
		JsonNode promised = JsonMapper.shared()
			.readTree(Files.readString(Path.of("..", "contracts", "iam-service", "user.json")));

		JsonNode user = api.get("/api/v1/users/" + this.people.activated(hospital).id()).expect(200).body();

		assertThat(user.propertyNames()).containsExactlyInAnyOrderElementsOf(promised.propertyNames());
		assertThat(promised.propertyNames())
			.allMatch((name) -> user.path(name).getNodeType() == promised.path(name).getNodeType());
		assertThat(user.path("mobile").asString()).isEqualTo(promised.path("mobile").asString());
	}

}
