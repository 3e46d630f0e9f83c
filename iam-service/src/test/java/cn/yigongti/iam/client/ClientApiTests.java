package cn.yigongti.iam.client;

import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class ClientApiTests {

	/** What the role INTEGRATOR holds, and what it takes to register clients. */
	private static final String[] OWN = { "client:read", "client:write", "organization:read", "referral:read",
			"referral-event:write", "consultation:read", "consultation:write", "record-document:write",
			"metric-value:write" };

	private final JdbcClient jdbc;

	private final int port;

	private final Place hospital;

	private final Place foreign;

	private final Api administrator;

	@Autowired
	ClientApiTests(County county, JdbcClient jdbc, @LocalServerPort int port) {
		this.jdbc = jdbc;
		this.port = port;
		UUID consortium = county.consortium("500229");
		this.hospital = county.organization("500229", consortium);
		this.foreign = county.organization("500238", null);
		this.administrator = new Api(port, TestTokens.user().mayInConsortium(consortium, OWN).bearer());
	}

	@Test
	void aHospitalSystemGetsATokenOfItsOwnOrganization() {
		Answer made = register(this.hospital, this.hospital).expect(201);

		JsonNode claims = ConsoleSession
			.claimsOf(token(made.text("clientId"), made.text("clientSecret")).path("access_token").asString());

		assertThat(claims.path("sub").asString()).isEqualTo(made.text("clientId"));
		assertThat(claims.path("caller").asString()).isEqualTo("CLIENT");
		assertThat(claims.path("organization_id").asString()).isEqualTo(this.hospital.id().toString());
		assertThat(claims.path("grants").path(0).path("role").asString()).isEqualTo("INTEGRATOR");
		assertThat(claims.path("grants").path(0).path("scope_id").asString()).isEqualTo(this.hospital.id().toString());
	}

	@Test
	void theSecretIsShownOnceAndKeptAsAHash() {
		Answer made = register(this.hospital, this.hospital).expect(201);

		assertThat(made.text("clientSecret")).hasSize(43);
		assertThat(this.administrator.get("/api/v1/clients/" + made.text("id")).expect(200).body().has("clientSecret"))
			.isFalse();
		assertThat(this.jdbc.sql("select hash from client_secret where client_id = :id")
			.param("id", UUID.fromString(made.text("id")))
			.query(String.class)
			.single()).doesNotContain(made.text("clientSecret"));
	}

	@Test
	void isRenamedGivenAQuotaAndDisabled() {
		Answer made = register(this.hospital, this.hospital).expect(201);
		String path = "/api/v1/clients/" + made.text("id");

		Answer changed = this.administrator
			.put(path, "{\"name\": \"LIS\", \"enabled\": true, \"requestsPerMinute\": 30}", "If-Match", made.etag())
			.expect(200);

		assertThat(changed.text("name")).isEqualTo("LIS");
		assertThat(ConsoleSession
			.claimsOf(token(made.text("clientId"), made.text("clientSecret")).path("access_token").asString())
			.path("quota")
			.asInt()).isEqualTo(30);
		this.administrator.put(path, "{\"name\": \"X\", \"enabled\": true}", "If-Match", made.etag())
			.refused(412, "stale-version");

		this.administrator.put(path, "{\"name\": \"LIS\", \"enabled\": false}", "If-Match", changed.etag()).expect(200);

		assertThat(token(made.text("clientId"), made.text("clientSecret")).path("error").asString())
			.isEqualTo("invalid_client");
		assertThat(authorizationsOf(made.text("clientId"))).isZero();
		assertThat(listed("enabled=false")).contains(made.text("id"));
		assertThat(listed("enabled=true")).doesNotContain(made.text("id"));
		assertThat(listed("query=lis")).contains(made.text("id"));
	}

	@Test
	void aQuotaHasItsBounds() {
		Answer made = register(this.hospital, this.hospital).expect(201);
		for (int quota : new int[] { 0, -1, 6001 }) {
			Answer answer = this.administrator.put("/api/v1/clients/" + made.text("id"),
					"{\"name\": \"HIS\", \"enabled\": true, \"requestsPerMinute\": " + quota + "}", "If-Match",
					made.etag());
			answer.refused(422, "invalid");
			assertThat(answer.body().path("errors").path(0).path("pointer").asString()).isEqualTo("/requestsPerMinute");
		}
	}

	@Test
	void nobodyGivesAClientMoreThanTheyHold() {
		Answer made = register(this.hospital, this.hospital).expect(201);
		String path = "/api/v1/clients/" + made.text("id") + "/grants";

		this.administrator
			.put(path, "[{\"roleCode\": \"PLATFORM_ADMIN\", \"scope\": \"ALL\"}]", "If-Match", made.etag())
			.refused(403, "beyond-own-authority");
		this.administrator
			.put(path,
					"""
							[{"roleCode": "INTEGRATOR", "scope": "ORGANIZATION", "scopeId": "%s"}]"""
						.formatted(this.foreign.id()),
					"If-Match", made.etag())
			.refused(403, "beyond-own-authority");
		assertThat(this.administrator
			.put(path,
					"""
							[{"roleCode": "INTEGRATOR", "scope": "CONSORTIUM", "scopeId": "%s"}]"""
						.formatted(this.hospital.consortiumId()),
					"If-Match", made.etag())
			.expect(200)
			.body()
			.path("grants")
			.path(0)
			.path("scope")
			.asString()).isEqualTo("CONSORTIUM");
	}

	@Test
	void aDeletedClientGetsNoMoreTokensAndIsNotListed() {
		Answer made = register(this.hospital, this.hospital).expect(201);
		String path = "/api/v1/clients/" + made.text("id");

		this.administrator.delete(path).expect(204);

		assertThat(token(made.text("clientId"), made.text("clientSecret")).path("error").asString())
			.isEqualTo("invalid_client");
		this.administrator.get(path).refused(404, "not-found");
		this.administrator.delete(path).refused(404, "not-found");
		assertThat(this.administrator.get("/api/v1/clients?organizationId=" + this.hospital.id())
			.body()
			.path("items")
			.valueStream()
			.map((client) -> client.path("id").asString())).doesNotContain(made.text("id"));
	}

	@Test
	void onlyOrganizationsAndRolesWithinReach() {
		register(this.foreign, this.foreign).refused(422, "invalid");
		register(this.hospital, this.foreign).refused(403, "beyond-own-authority");
		Answer made = register(this.hospital, this.hospital).expect(201);
		Api elsewhere = new Api(this.port, TestTokens.user().mayInRegion("500238", OWN).bearer());

		elsewhere.get("/api/v1/clients/" + made.text("id")).refused(404, "not-found");
		elsewhere.post("/api/v1/clients/" + made.text("id") + "/secret", "{}").refused(404, "not-found");
		elsewhere.delete("/api/v1/clients/" + made.text("id")).refused(404, "not-found");
	}

	@Test
	void saysWhichGrantIsWrong() {
		Answer answer = this.administrator.post("/api/v1/clients", """
				{"name": "HIS", "organizationId": "%s", "grants": [{"roleCode": "NONE", "scope": "ALL"}]}"""
			.formatted(this.hospital.id()));

		answer.refused(422, "invalid");
		assertThat(answer.body().path("errors").path(0).path("pointer").asString()).isEqualTo("/grants/0/roleCode");
	}

	@Test
	void theSameRequestTwiceRegistersOneClient() {
		String key = UUID.randomUUID().toString();

		Answer first = register(this.hospital, this.hospital, "Idempotency-Key", key).expect(201);
		Answer second = register(this.hospital, this.hospital, "Idempotency-Key", key).expect(201);

		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.response().headers().firstValue("Idempotent-Replay")).hasValue("true");
	}

	private Stream<String> listed(String filter) {
		return this.administrator.get("/api/v1/clients?organizationId=" + this.hospital.id() + "&" + filter)
			.expect(200)
			.body()
			.path("items")
			.valueStream()
			.map((client) -> client.path("id").asString());
	}

	private int authorizationsOf(String clientId) {
		return this.jdbc.sql("select count(*) from oauth2_authorization where principal_name = :client")
			.param("client", clientId)
			.query(Integer.class)
			.single();
	}

	private Answer register(Place owner, Place scope, String... headers) {
		return this.administrator.post("/api/v1/clients", """
				{"name": "HIS", "organizationId": "%s", "grants":
					[{"roleCode": "INTEGRATOR", "scope": "ORGANIZATION", "scopeId": "%s"}]}""".formatted(owner.id(),
				scope.id()), headers);
	}

	private JsonNode token(String clientId, String secret) {
		return ConsoleSession.json(new ConsoleSession(this.port).post("/oauth2/token", "grant_type",
				"client_credentials", "client_id", clientId, "client_secret", secret));
	}

}
