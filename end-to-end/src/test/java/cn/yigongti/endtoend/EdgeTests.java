package cn.yigongti.endtoend;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in, and what the gateway adds to every answer. */
class EdgeTests {

	private final County county = County.running();

	@Test
	void discoveryNamesThePublicAddress() {
		Answer discovery = this.county.anonymous().get("/.well-known/openid-configuration").is(200);
		assertThat(discovery.text("issuer")).isEqualTo(this.county.text("issuer"));
		assertThat(discovery.text("token_endpoint")).startsWith(this.county.text("gateway"));
	}

	@Test
	void refreshTokenWorksOnce() throws IOException, InterruptedException {
		JsonNode person = this.county.person("tcmDoctor");
		SignIn signIn = this.county.signIn();
		JsonNode tokens = signIn.tokens(person.path("loginName").asString(), person.path("password").asString());
		assertThat(tokens.path("expires_in").asInt()).isBetween(800, 900);
		Map<String, String> refresh = Map.of("grant_type", "refresh_token", "client_id", "console", "refresh_token",
				tokens.path("refresh_token").asString());
		JsonNode next = signIn.exchange(refresh);
		assertThat(next.path("access_token").asString("")).isNotEmpty();
		assertThat(next.path("refresh_token").asString()).isNotEqualTo(tokens.path("refresh_token").asString());
		assertThat(signIn.exchange(refresh).path("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void whoIsSignedInTwiceEndsItInOnePlaceFromTheOther() throws IOException, InterruptedException {
		JsonNode person = this.county.person("tcmDoctor");
		SignIn elsewhere = this.county.signIn();
		JsonNode tokens = elsewhere.tokens(person.path("loginName").asString(), person.path("password").asString());
		JsonNode there = this.county.anonymous()
			.with("Authorization", "Bearer " + tokens.path("access_token").asString())
			.get("/api/v1/me/sessions")
			.is(200)
			.body()
			.path("items")
			.valueStream()
			.filter((session) -> session.path("current").asBoolean())
			.findFirst()
			.orElseThrow();
		assertThat(there.path("address").asString()).as("as the gateway saw it").isEqualTo("127.0.0.1");

		this.county.as("tcmDoctor").delete("/api/v1/me/sessions/" + there.path("id").asString()).is(204);

		assertThat(elsewhere.exchange(Map.of("grant_type", "refresh_token", "client_id", "console", "refresh_token",
				tokens.path("refresh_token").asString()))
			.path("error")
			.asString()).isEqualTo("invalid_grant");
	}

	@Test
	void meTellsWhoIAmAndWhatIMay() {
		Answer me = this.county.as("consortiumAdmin").get("/api/v1/me").is(200);
		assertThat(me.body().toString()).contains("CONSORTIUM_ADMIN", "referral-relation:write",
				this.county.text("consortiumId"), this.county.person("consortiumAdmin").path("userId").asString());
	}

	@Test
	void tamperedTokenIsNone() {
		this.county.anonymous()
			.with("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")
			.get("/api/v1/me")
			.isProblem(401, "unauthorized");
	}

	@Test
	void answersCarryIdsAndSecurityHeaders() {
		Answer answer = this.county.as("countyDoctor").with("X-Request-Id", "story-1").get("/api/v1/me").is(200);
		assertThat(answer.header("X-Request-Id")).isEqualTo("story-1");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
	}

	@Test
	void identityHeadersFromOutsideMeanNothing() {
		this.county.anonymous()
			.with("X-User-Id", this.county.person("platformAdmin").path("userId").asString())
			.get("/api/v1/me")
			.isProblem(401, "unauthorized");
	}

	@Test
	void docsShowAllServices() {
		assertThat(ApiDocuments.of(this.county)).hasSize(6);
		assertThat(this.county.anonymous().get("/docs").status()).isIn(200, 302, 307);
	}

}
