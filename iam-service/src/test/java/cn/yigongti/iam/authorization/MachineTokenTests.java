package cn.yigongti.iam.authorization;

import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.IamTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class MachineTokenTests {

	private final ConsoleSession http;

	MachineTokenTests(@LocalServerPort int port) {
		this.http = new ConsoleSession(port);
	}

	@Test
	void ourServicesReadWhatTheyNeedEverywhere() {
		JsonNode claims = ConsoleSession
			.claimsOf(token("referral-service", "service-secret-of-this-test").path("access_token").asString());

		assertThat(claims.path("sub").asString()).isEqualTo("referral-service");
		assertThat(claims.path("caller").asString()).isEqualTo("SERVICE");
		assertThat(claims.path("platform_access").asBoolean()).isTrue();
		JsonNode grant = claims.path("grants").path(0);
		assertThat(grant.path("scope").asString()).isEqualTo("ALL");
		assertThat(grant.path("permissions").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder(
				"organization:read", "consortium:read", "system-config:read", "region:read", "user:read",
				"permission:declare");
	}

	@Test
	void theRegisterReadsOpenWorkToo() {
		JsonNode claims = ConsoleSession
			.claimsOf(token("org-service", "service-secret-of-this-test").path("access_token").asString());

		assertThat(claims.path("grants").path(0).path("permissions").valueStream().map(JsonNode::asString))
			.containsExactlyInAnyOrder("organization:read", "consortium:read", "system-config:read", "region:read",
					"user:read", "permission:declare", "referral:read", "consultation:read");
	}

	@Test
	void theOperatorAdministersThePlatform() {
		JsonNode claims = ConsoleSession
			.claimsOf(token("operator", "operator-secret-of-this-test").path("access_token").asString());

		assertThat(claims.path("caller").asString()).isEqualTo("CLIENT");
		assertThat(claims.path("grants").path(0).path("role").asString()).isEqualTo("PLATFORM_ADMIN");
		assertThat(claims.has("organization_id")).isFalse();
	}

	@Test
	void machinesGetNoRefreshToken() {
		assertThat(token("operator", "operator-secret-of-this-test").has("refresh_token")).isFalse();
	}

	@Test
	void refusesAWrongSecretAndAnUnknownClientAlike() {
		assertThat(token("operator", "wrong").path("error").asString()).isEqualTo("invalid_client");
		assertThat(token("0190f3c1-0000-7000-8000-000000000000", "wrong").path("error").asString())
			.isEqualTo("invalid_client");
	}

	@Test
	void theConsoleCanNotActAsAMachine() {
		var answer = this.http.post("/oauth2/token", "grant_type", "client_credentials", "client_id", "console");

		assertThat(answer.statusCode()).isIn(400, 401);
	}

	@Test
	void aMachineWithoutItsSecretCanNotPassForAPublicClient() {
		var answer = this.http.post("/oauth2/token", "grant_type", "refresh_token", "client_id", "operator",
				"refresh_token", "whatever");

		assertThat(ConsoleSession.json(answer).path("error").asString()).isEqualTo("invalid_client");
	}

	private JsonNode token(String clientId, String secret) {
		return ConsoleSession.json(this.http.post("/oauth2/token", "grant_type", "client_credentials", "client_id",
				clientId, "client_secret", secret));
	}

}
