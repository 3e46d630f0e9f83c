package cn.yigongti.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is changed in iam-service is in force in the other services within 5 seconds, also
 * for who has a token already.
 */
class AccessChangeTests {

	private static final Duration PROMISED = Duration.ofSeconds(5);

	private static final String PASSWORD = "End-to-end-Horse-8";

	private final County county = County.running();

	private final Gateway operator = this.county.as("platformAdmin");

	private final String township = this.county.organization("township2");

	@Test
	void aRevokedGrantIsRefusedEverywhereWithTheTokenThatStillSaysIt() throws IOException, InterruptedException {
		JsonNode user = somebodyNotYetActivated();
		String path = "/api/v1/users/" + user.path("id").asString();
		grant(path, "[{\"roleCode\":\"DOCTOR\",\"scope\":\"ORGANIZATION\",\"scopeId\":\"" + this.township + "\"}]");
		SignIn browser = this.county.signIn();
		JsonNode tokens = browser.tokens(activated(user, path), PASSWORD);
		Gateway doctor = with(tokens);
		doctor.get("/api/v1/referrals?limit=1").is(200);
		doctor.get("/api/v1/organizations?limit=1").is(200);

		grant(path, "[]");

		await().atMost(PROMISED).untilAsserted(() -> {
			doctor.get("/api/v1/referrals?limit=1").isProblem(401, "token-outdated");
			doctor.get("/api/v1/organizations?limit=1").isProblem(401, "token-outdated");
			doctor.get("/api/v1/me").isProblem(401, "token-outdated");
		});
		JsonNode refreshed = browser.exchange(Map.of("grant_type", "refresh_token", "client_id", "console",
				"refresh_token", tokens.path("refresh_token").asString()));
		with(refreshed).get("/api/v1/referrals?limit=1").isProblem(403, "platform-access-missing");
	}

	private JsonNode somebodyNotYetActivated() {
		return this.operator.get("/api/v1/users?limit=100&status=ACTIVE&organizationId=" + this.township)
			.is(200)
			.items()
			.valueStream()
			.filter((user) -> !user.path("activated").asBoolean() && user.path("grants").isEmpty())
			.findFirst()
			.orElseThrow();
	}

	private void grant(String path, String grants) {
		String version = this.operator.get(path).is(200).header("ETag");
		this.operator.with("If-Match", version).put(path + "/grants", grants).is(200);
	}

	/** Their login name, under which they can sign in now. */
	private String activated(JsonNode user, String path) {
		String loginName = user.path("loginName").asString();
		String code = this.operator.post(path + "/activation", "{}").is(201).text("code");
		Answer redeemed = this.county.anonymous()
			.post("/api/v1/activations",
					"{\"loginName\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}".formatted(loginName, code, PASSWORD));
		assertThat(redeemed.status()).isEqualTo(204);
		return loginName;
	}

	private Gateway with(JsonNode tokens) {
		return this.county.anonymous().with("Authorization", "Bearer " + tokens.path("access_token").asString());
	}

}
