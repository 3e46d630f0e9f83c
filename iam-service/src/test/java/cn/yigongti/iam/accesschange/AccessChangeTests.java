package cn.yigongti.iam.accesschange;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import cn.yigongti.iam.IamServiceApplication;
import cn.yigongti.iam.authorization.SealedAuthorizations;
import cn.yigongti.iam.grant.Grants;
import cn.yigongti.iam.grant.Holder;
import cn.yigongti.iam.role.Roles;
import cn.yigongti.iam.signin.Activate;
import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.iam.testing.Surroundings;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.test.SecondReplica;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Two replicas. A doctor has signed in through the first, with a role of the
 * installation's own; whatever changes, both refuse the token they got before.
 */
@IamTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessChangeTests {

	private static final Duration PROMISED = Duration.ofSeconds(5);

	private final County county;

	private final People people;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Grants grants;

	private final Roles roles;

	private final Activate activate;

	private final SealedAuthorizations authorizations;

	private final int here;

	private final SecondReplica second;

	private final Api administrator;

	private Place hospital;

	private Person doctor;

	private ConsoleSession console;

	private String role = "";

	private String accessToken = "";

	private String refreshToken = "";

	AccessChangeTests(County county, People people, JdbcClient jdbc, TransactionTemplate transaction, Grants grants,
			Roles roles, Activate activate, SealedAuthorizations authorizations, @LocalServerPort int port,
			ConfigurableApplicationContext first) {
		this.county = county;
		this.people = people;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.grants = grants;
		this.roles = roles;
		this.activate = activate;
		this.authorizations = authorizations;
		this.here = port;
		this.second = SecondReplica.of(first, IamServiceApplication.class, Surroundings.class);
		this.administrator = new Api(port, TestTokens.user()
			.mayEverywhere("user:write", "user:read", "grant:write", "role:read", "role:write", "client:write",
					"client:read", "organization:read", "referral:read", "referral:write", "referral-event:write",
					"consultation:read", "consultation:write", "record-document:write", "metric-value:write")
			.bearer());
		this.hospital = county.organization("500229", county.consortium("500229"));
		this.doctor = people.doctor(this.hospital);
		this.console = new ConsoleSession(port);
	}

	@AfterAll
	void stop() {
		this.second.close();
	}

	@BeforeEach
	void signIn() {
		this.county.isUp();
		this.hospital = this.county.organization("500229", this.county.consortium("500229"));
		this.doctor = this.people.activated(this.hospital);
		this.role = "R" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT).substring(0, 20);
		this.administrator.post("/api/v1/roles", role("[\"referral:read\",\"referral:write\"]", "doctors")).expect(201);
		this.people.grant(this.doctor, this.role, ScopeType.ORGANIZATION, this.hospital.id().toString());
		this.console = new ConsoleSession(this.here);
		take(this.console.signIn(this.doctor.loginName(), People.PASSWORD));
		accepts(this.accessToken);
	}

	static Stream<Arguments> changes() {
		return Stream.of(change("a grant is revoked", (test) -> test.grantExactly("[]")),
				change("a grant is added",
						(test) -> test.people.grant(test.doctor, "DOCTOR", ScopeType.ORGANIZATION,
								test.hospital.id().toString())),
				change("the role permits less", (test) -> test.changeRole("[\"referral:read\"]", "doctors")),
				change("the user moves to another organization", AccessChangeTests::move),
				change("the organization leaves its consortium", AccessChangeTests::leaveConsortium));
	}

	static Stream<Arguments> ends() {
		return Stream.of(change("the user is deactivated", (test) -> test.people.disable(test.doctor)),
				change("the user has a new password", AccessChangeTests::choosePassword),
				change("the role asks for a second factor", AccessChangeTests::askForSecondFactor),
				change("the sign-in is over", AccessChangeTests::endSignIn),
				change("the refresh token is revoked",
						(test) -> assertThat(test.console.revoke(test.refreshToken).statusCode()).isEqualTo(200)),
				change("all sessions are ended",
						(test) -> test.authorizations.removeAllOf(test.doctor.id().toString())),
				change("the refresh token was stolen", (test) -> {
					String stolen = test.refreshToken;
					take(test, test.console.refresh(stolen).body());
					assertThat(test.console.refresh(stolen).statusCode()).isEqualTo(400);
				}));
	}

	private static Arguments change(String name, Consumer<AccessChangeTests> change) {
		return arguments(name, change);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("changes")
	void outdatesTheTokenOnBothReplicasUntilItIsRefreshed(String name, Consumer<AccessChangeTests> change) {
		String old = this.accessToken;
		change.accept(this);
		refusesSoon(old);
		take(ConsoleSession.json(this.console.refresh(this.refreshToken)));
		assertThat(isOutdated(this.here, this.accessToken)).isFalse();
		assertThat(isOutdated(this.second.port(), this.accessToken)).isFalse();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("ends")
	void endsTheTokenOnBothReplicasAndRefreshesItNoMore(String name, Consumer<AccessChangeTests> end) {
		end.accept(this);
		refusesSoon(this.accessToken);
		assertThat(this.console.refresh(this.refreshToken).statusCode()).isEqualTo(400);
	}

	@Test
	void aTokenMadeWhileAChangeIsUnderWayIsOutdatedByIt() {
		this.transaction.executeWithoutResult((_) -> {
			this.grants.replace(new Holder.User(this.doctor.id()), Set.of(), "test");
			take(ConsoleSession.json(this.console.refresh(this.refreshToken)));
			accepts(this.accessToken);
		});
		refusesSoon(this.accessToken);
	}

	@Test
	void whatChangesNothingOutdatesNothing() {
		grantExactly("[{\"roleCode\":\"%s\",\"scope\":\"ORGANIZATION\",\"scopeId\":\"%s\"}]".formatted(this.role,
				this.hospital.id()));
		changeRole("[\"referral:write\",\"referral:read\"]", "renamed");
		this.county.becomesStale();
		this.console.refresh(this.refreshToken);
		this.jdbc.sql("update users set locked_until = now() + interval '1 hour', title = '院长' where id = :id")
			.param("id", this.doctor.id())
			.update();
		Person other = this.people.activated(this.hospital);
		this.people.disable(other);
		awaitPublishing(AccessKey.user(other.id()));
		accepts(this.accessToken);
	}

	@Test
	void aClientIsRefusedWithItsOldTokenWhenItsSecretEndsOrItsGrantsChangeAndWhenItIsDeleted() {
		Api.Answer made = this.administrator
			.post("/api/v1/clients",
					"""
							{"name": "HIS", "organizationId": "%1$s", "grants":
								[{"roleCode": "INTEGRATOR", "scope": "ORGANIZATION", "scopeId": "%1$s"}]}"""
						.formatted(this.hospital.id()))
			.expect(201);
		UUID client = UUID.fromString(made.text("id"));
		String first = clientToken(client, made.text("clientSecret"));
		accepts(first);

		this.administrator.post("/api/v1/clients/" + client + "/secret", "{}").expect(200);
		accepts(first);
		String secret = this.administrator.post("/api/v1/clients/" + client + "/secret", "{\"overlap\": \"PT0S\"}")
			.expect(200)
			.text("clientSecret");
		refusesSoon(first);
		String afterRotation = clientToken(client, secret);
		accepts(afterRotation);

		this.grants.replace(new Holder.Client(client), Set.of(), "test");
		refusesSoon(afterRotation);
		String withoutGrants = clientToken(client, secret);

		this.administrator.delete("/api/v1/clients/" + client).expect(204);
		refusesSoon(withoutGrants);
	}

	@Test
	void ourServicesAreNeverOutdated() {
		JsonNode answer = ConsoleSession.json(this.console.post("/oauth2/token", "grant_type", "client_credentials",
				"client_id", "referral-service", "client_secret", "service-secret-of-this-test"));
		assertThat(ConsoleSession.claimsOf(answer.path("access_token").asString()).has("access_as_of")).isFalse();
	}

	private void grantExactly(String grants) {
		String path = "/api/v1/users/" + this.doctor.id();
		this.administrator.put(path + "/grants", grants, "If-Match", this.administrator.get(path).expect(200).etag())
			.expect(200);
	}

	private void changeRole(String permissions, String name) {
		UUID id = this.roles.withCodes(List.of(this.role)).getFirst().id();
		String path = "/api/v1/roles/" + id;
		this.administrator
			.put(path, role(permissions, name), "If-Match", this.administrator.get(path).expect(200).etag())
			.expect(200);
	}

	private String role(String permissions, String name) {
		return """
				{"code":"%s","name":"%s","platformAccess":true,"permissions":%s,"menus":[]}""".formatted(this.role,
				name, permissions);
	}

	private void askForSecondFactor() {
		this.jdbc.sql("update role set second_factor_required = true where code = :code")
			.param("code", this.role)
			.update();
	}

	/** What signing out and the absolute limit come to. */
	private void endSignIn() {
		this.jdbc.sql("delete from sign_in where user_id = :user").param("user", this.doctor.id()).update();
	}

	private void move() {
		Person colleague = this.people.doctor(this.county.organization("500229", null));
		this.jdbc.sql("update users set organization_id = :place where id = :id")
			.param("place", colleague.place().id())
			.param("id", this.doctor.id())
			.update();
	}

	/** What iam-service hears of when somebody's token is made. */
	private void leaveConsortium() {
		this.county.moves(this.hospital, null);
		this.county.becomesStale();
		Person colleague = this.people.activated(this.hospital);
		new ConsoleSession(this.here).signIn(colleague.loginName(), People.PASSWORD);
	}

	private void choosePassword() {
		Caller anybody = new Caller("test", Caller.Kind.CLIENT, null, null, true, List
			.of(new Grant("TEST", ScopeType.ALL, null, Set.of("user:write", "referral:read", "referral:write"))));
		String code = this.activate.open(anybody, this.doctor.id()).code();
		this.activate.redeem(this.doctor.loginName(), code, "Another-Horse-9", "192.0.2.1");
	}

	private void awaitPublishing(AccessKey key) {
		await().atMost(PROMISED)
			.until(() -> this.jdbc.sql("select pending from access_change where key = :key")
				.param("key", key.toString())
				.query(Boolean.class)
				.single(), (pending) -> !pending);
	}

	private String clientToken(UUID client, String secret) {
		return ConsoleSession
			.json(this.console.post("/oauth2/token", "grant_type", "client_credentials", "client_id", client.toString(),
					"client_secret", secret))
			.path("access_token")
			.asString();
	}

	private void take(JsonNode tokens) {
		this.accessToken = tokens.path("access_token").asString();
		this.refreshToken = tokens.path("refresh_token").asString();
	}

	private static void take(AccessChangeTests test, String body) {
		test.take(JsonMapper.shared().readTree(body));
	}

	private void accepts(String token) {
		for (int port : List.of(this.here, this.second.port())) {
			new Api(port, "Bearer " + token).get("/api/v1/me").expect(200);
		}
	}

	private void refusesSoon(String token) {
		await().atMost(PROMISED)
			.until(() -> Map.of(this.here, isOutdated(this.here, token), this.second.port(),
					isOutdated(this.second.port(), token)), (outdated) -> !outdated.containsValue(false));
	}

	private static boolean isOutdated(int port, String token) {
		Api.Answer answer = new Api(port, "Bearer " + token).get("/api/v1/me");
		return answer.status() == 401 && answer.code().equals("token-outdated");
	}

}
