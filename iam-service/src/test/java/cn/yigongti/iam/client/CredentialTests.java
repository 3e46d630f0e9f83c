package cn.yigongti.iam.client;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class CredentialTests {

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final int port;

	private final Place hospital;

	private final Api administrator;

	@Autowired
	CredentialTests(County county, MovableClock clock, JdbcClient jdbc, @LocalServerPort int port) {
		this.clock = clock;
		this.jdbc = jdbc;
		this.port = port;
		this.hospital = county.organization("500229", null);
		this.administrator = new Api(port, TestTokens.user()
			.mayEverywhere("client:read", "client:write", "organization:read", "referral:read", "referral-event:write",
					"consultation:read", "consultation:write", "record-document:write", "metric-value:write")
			.bearer());
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void theOldSecretStaysGoodUntilTheOverlapEnds() {
		Answer made = register();

		Answer renewed = renew(made, "{\"overlap\": \"PT2H\"}").expect(200);

		assertThat(isGood(made, made.text("clientSecret"))).isTrue();
		assertThat(isGood(made, renewed.text("clientSecret"))).isTrue();
		this.clock.advance(Duration.ofHours(2).plusSeconds(1));
		assertThat(isGood(made, made.text("clientSecret"))).isFalse();
		assertThat(isGood(made, renewed.text("clientSecret"))).isTrue();
	}

	@Test
	void theOverlapIsADayUnlessSaid() {
		Answer made = register();

		Answer renewed = renew(made, "{}").expect(200);

		this.clock.advance(Duration.ofHours(24).minusMinutes(1));
		assertThat(isGood(made, made.text("clientSecret"))).isTrue();
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(isGood(made, made.text("clientSecret"))).isFalse();
		assertThat(isGood(made, renewed.text("clientSecret"))).isTrue();
	}

	@Test
	void toRotateWithOverlapLeavesTokensAloneAndToEndASecretDoesNot() {
		Answer made = register();
		assertThat(isGood(made, made.text("clientSecret"))).isTrue();
		String generation = generation(made);

		renew(made, "{}").expect(200);
		assertThat(generation(made)).isEqualTo(generation);
		assertThat(authorizations(made)).isPositive();

		renew(made, "{\"overlap\": \"PT0S\"}").expect(200);
		assertThat(generation(made)).isNotEqualTo(generation);
		assertThat(authorizations(made)).isZero();
	}

	@Test
	void noOverlapEndsTheOldSecretAtOnce() {
		Answer made = register();

		Answer renewed = renew(made, "{\"overlap\": \"PT0S\"}").expect(200);

		assertThat(isGood(made, made.text("clientSecret"))).isFalse();
		assertThat(isGood(made, renewed.text("clientSecret"))).isTrue();
	}

	@Test
	void neverMoreThanTwoSecretsAreGood() {
		Answer first = register();
		Answer second = renew(first, "{}").expect(200);

		Answer third = renew(first, "{}").expect(200);

		assertThat(isGood(first, first.text("clientSecret"))).isFalse();
		assertThat(isGood(first, second.text("clientSecret"))).isTrue();
		assertThat(isGood(first, third.text("clientSecret"))).isTrue();
		assertThat(secrets(first)).hasSize(2);
	}

	@Test
	void tellsOfSecretsWhenTheyWereMadeUsedAndEndButNeverThemselves() {
		Answer made = register();
		assertThat(secrets(made).getFirst().has("lastUsedAt")).isFalse();
		isGood(made, made.text("clientSecret"));
		Answer renewed = renew(made, "{}").expect(200);

		List<JsonNode> secrets = secrets(made);

		assertThat(secrets.getFirst().propertyNames()).containsExactlyInAnyOrder("id", "createdAt");
		assertThat(secrets.getLast().propertyNames()).containsExactlyInAnyOrder("id", "createdAt", "lastUsedAt",
				"expiresAt");
		assertThat(read(made).response().body()).doesNotContain(made.text("clientSecret"))
			.doesNotContain(renewed.text("clientSecret"))
			.doesNotContain("hash");
	}

	@Test
	void theOldSecretCanBeEndedEarlyButNotTheLastOne() {
		Answer made = register();
		Answer renewed = renew(made, "{}").expect(200);
		String old = secrets(made).getLast().path("id").asString();
		String path = "/api/v1/clients/" + made.text("id") + "/secrets/";

		this.administrator.delete(path + secrets(made).getFirst().path("id").asString())
			.refused(409, "last-credential");
		this.administrator.delete(path + old).expect(204);

		assertThat(isGood(made, made.text("clientSecret"))).isFalse();
		assertThat(isGood(made, renewed.text("clientSecret"))).isTrue();
		this.administrator.delete(path + old).refused(404, "not-found");
		this.administrator.delete(path + secrets(made).getFirst().path("id").asString())
			.refused(409, "last-credential");
	}

	@Test
	void refusesAnOverlapThatIsNegativeOrTooLong() {
		Answer made = register();
		for (String overlap : List.of("PT-1S", "PT168H1S")) {
			Answer answer = renew(made, "{\"overlap\": \"" + overlap + "\"}");
			answer.refused(422, "invalid");
			assertThat(answer.body().path("errors").path(0).path("code").asString()).isEqualTo("secret-overlap");
		}
		assertThat(isGood(made, made.text("clientSecret"))).isTrue();
	}

	@Test
	void nobodyGetsHoldOfAClientThatMayDoMoreThanThey() {
		Answer made = register();
		Api lesser = new Api(this.port, TestTokens.user().mayEverywhere("client:read", "client:write").bearer());
		String path = "/api/v1/clients/" + made.text("id");

		lesser.post(path + "/secret", "{}").refused(403, "holder-beyond-own-authority");
		lesser.put(path + "/keys", PrivateKeyTests.keys("k1"), "If-Match", made.etag())
			.refused(403, "holder-beyond-own-authority");
	}

	@Test
	void eachChangeIsOnTheAuditTrail() {
		Answer made = register();
		renew(made, "{}").expect(200);
		this.administrator
			.delete("/api/v1/clients/" + made.text("id") + "/secrets/" + secrets(made).getLast().path("id").asString())
			.expect(204);

		assertThat(this.jdbc.sql("select action from audit_event where resource_id = :id order by at, id")
			.param("id", made.text("id"))
			.query(String.class)
			.list()).containsExactly("client:register", "client:renew-secret", "client:end-secret");
	}

	private Answer register() {
		return this.administrator
			.post("/api/v1/clients",
					"""
							{"name": "HIS", "organizationId": "%s", "grants":
								[{"roleCode": "INTEGRATOR", "scope": "ORGANIZATION", "scopeId": "%1$s"}]}"""
						.formatted(this.hospital.id()))
			.expect(201);
	}

	private Answer renew(Answer made, String body) {
		return this.administrator.post("/api/v1/clients/" + made.text("id") + "/secret", body);
	}

	private Answer read(Answer made) {
		return this.administrator.get("/api/v1/clients/" + made.text("id")).expect(200);
	}

	/** The newest first. */
	private List<JsonNode> secrets(Answer made) {
		return read(made).body().path("secrets").valueStream().toList();
	}

	private boolean isGood(Answer made, String secret) {
		return ConsoleSession
			.json(new ConsoleSession(this.port).post("/oauth2/token", "grant_type", "client_credentials", "client_id",
					made.text("clientId"), "client_secret", secret))
			.has("access_token");
	}

	private String generation(Answer made) {
		return this.jdbc.sql("select generation from client where id = :id")
			.param("id", UUID.fromString(made.text("id")))
			.query(String.class)
			.single();
	}

	private int authorizations(Answer made) {
		return this.jdbc.sql("select count(*) from oauth2_authorization where principal_name = :client")
			.param("client", made.text("clientId"))
			.query(Integer.class)
			.single();
	}

}
