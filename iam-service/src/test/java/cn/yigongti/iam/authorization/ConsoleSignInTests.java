package cn.yigongti.iam.authorization;

import java.util.UUID;

import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.test.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class ConsoleSignInTests {

	private final County county;

	private final People people;

	private final JdbcClient jdbc;

	private final ConsoleSession console;

	private final UUID consortium;

	private final Place hospital;

	@Autowired
	ConsoleSignInTests(County county, People people, JdbcClient jdbc, @LocalServerPort int port) {
		this.county = county;
		this.people = people;
		this.jdbc = jdbc;
		this.console = new ConsoleSession(port);
		this.consortium = county.consortium("500229");
		this.hospital = county.organization("500229", this.consortium);
	}

	@BeforeEach
	@AfterEach
	void organizationsCanBeAsked() {
		this.county.isUp();
	}

	@Test
	void givesTheConsoleATokenThatSaysWhoAndWhatForHowLong() {
		Person doctor = this.people.activated(this.hospital);
		this.people.grant(doctor, "DOCTOR", ScopeType.ORGANIZATION, this.hospital.id().toString());

		JsonNode answer = this.console.signIn(doctor.loginName(), People.PASSWORD);

		assertThat(answer.path("expires_in").asInt()).isBetween(890, 900);
		JsonNode claims = ConsoleSession.claimsOf(answer.path("access_token").asString());
		assertThat(claims.path("iss").asString()).isEqualTo(TestIssuer.ISSUER);
		assertThat(claims.path("aud").asString()).isEqualTo("yigongti");
		assertThat(claims.path("sub").asString()).isEqualTo(doctor.id().toString());
		assertThat(claims.path("caller").asString()).isEqualTo("USER");
		assertThat(claims.path("organization_id").asString()).isEqualTo(this.hospital.id().toString());
		assertThat(claims.path("consortium_id").asString()).isEqualTo(this.consortium.toString());
		assertThat(claims.path("platform_access").asBoolean()).isTrue();
		JsonNode grant = claims.path("grants").path(0);
		assertThat(grant.path("role").asString()).isEqualTo("DOCTOR");
		assertThat(grant.path("scope").asString()).isEqualTo("ORGANIZATION");
		assertThat(grant.path("scope_id").asString()).isEqualTo(this.hospital.id().toString());
		assertThat(grant.path("permissions").valueStream().map(JsonNode::asString)).contains("referral:write")
			.doesNotContain("referral:export", "grant:write");
	}

	@Test
	void tellsTheConsoleTheNameInTheIdTokenAndAtUserinfo() {
		Person doctor = this.people.activated(this.hospital);

		JsonNode answer = this.console.signIn(doctor.loginName(), People.PASSWORD);

		JsonNode idToken = ConsoleSession.claimsOf(answer.path("id_token").asString());
		assertThat(idToken.path("aud").asString()).isEqualTo("console");
		assertThat(idToken.path("preferred_username").asString()).isEqualTo(doctor.loginName());
		JsonNode userinfo = ConsoleSession
			.json(this.console.get("/userinfo", "Authorization", "Bearer " + answer.path("access_token").asString()));
		assertThat(userinfo.path("sub").asString()).isEqualTo(doctor.id().toString());
		assertThat(userinfo.path("name").asString()).startsWith("李");
	}

	@Test
	void aUserWithoutARoleSignsInButHasNoAccess() {
		Person nobody = this.people.activated(this.hospital);

		String token = this.console.signIn(nobody.loginName(), People.PASSWORD).path("access_token").asString();

		assertThat(ConsoleSession.claimsOf(token).path("platform_access").asBoolean()).isFalse();
		var answer = this.console.get("/api/v1/me", "Authorization", "Bearer " + token);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(ConsoleSession.json(answer).path("code").asString()).isEqualTo("platform-access-missing");
	}

	@Test
	void anIdTokenIsNoAccessToken() {
		Person doctor = this.people.activated(this.hospital);
		String idToken = this.console.signIn(doctor.loginName(), People.PASSWORD).path("id_token").asString();

		assertThat(this.console.get("/api/v1/me", "Authorization", "Bearer " + idToken).statusCode()).isEqualTo(401);
	}

	@Test
	void aRefreshedTokenSaysWhatIsTrueNow() {
		Person doctor = this.people.activated(this.hospital);
		JsonNode first = this.console.signIn(doctor.loginName(), People.PASSWORD);
		this.people.grant(doctor, "DOCTOR", ScopeType.CONSORTIUM, this.consortium.toString());
		UUID another = this.county.consortium("500229");
		this.county.moves(this.hospital, another);
		this.county.becomesStale();

		JsonNode second = ConsoleSession.json(this.console.refresh(first.path("refresh_token").asString()));

		JsonNode claims = ConsoleSession.claimsOf(second.path("access_token").asString());
		assertThat(claims.path("platform_access").asBoolean()).isTrue();
		assertThat(claims.path("consortium_id").asString()).isEqualTo(another.toString());
		assertThat(second.path("refresh_token").asString()).isNotEqualTo(first.path("refresh_token").asString());
	}

	@Test
	void signInWorksOnWithTheLastKnownConsortiumWhileOrgServiceIsDown() {
		Person doctor = this.people.activated(this.hospital);
		this.console.signIn(doctor.loginName(), People.PASSWORD);
		this.county.becomesStale();
		this.county.isDown();

		String token = this.console.exchangeSignedIn().path("access_token").asString();

		assertThat(ConsoleSession.claimsOf(token).path("consortium_id").asString())
			.isEqualTo(this.consortium.toString());
	}

	@Test
	void keepsNoTokenInClear() {
		Person doctor = this.people.activated(this.hospital);
		JsonNode answer = this.console.signIn(doctor.loginName(), People.PASSWORD);

		String stored = this.jdbc.sql("""
				select concat_ws(' ', authorization_code_value, access_token_value, refresh_token_value,
					oidc_id_token_value, attributes, access_token_metadata)
				from oauth2_authorization where principal_name = :user""")
			.param("user", doctor.id().toString())
			.query(String.class)
			.single();

		assertThat(stored).doesNotContain(answer.path("access_token").asString(),
				answer.path("refresh_token").asString(), answer.path("id_token").asString());
	}

	@Test
	void refusesACodeWithoutItsVerifierAndARedirectElsewhere() {
		Person doctor = this.people.activated(this.hospital);
		String code = this.console.code(doctor.loginName(), People.PASSWORD);

		var withoutVerifier = this.console.post("/oauth2/token", "grant_type", "authorization_code", "client_id",
				"console", "code", code, "redirect_uri", ConsoleSession.REDIRECT_URI);
		var elsewhere = this.console.get(this.console.authorizePath().replace("127.0.0.1", "console.example.com"));

		assertThat(withoutVerifier.statusCode()).isIn(400, 401);
		assertThat(elsewhere.statusCode()).isEqualTo(400);
	}

	@Test
	void aCodeIsGoodForOneExchange() {
		Person doctor = this.people.activated(this.hospital);
		String code = this.console.code(doctor.loginName(), People.PASSWORD);
		JsonNode first = ConsoleSession.json(this.console.exchange(code));

		assertThat(this.console.exchange(code).statusCode()).isEqualTo(400);

		assertThat(this.console.refresh(first.path("refresh_token").asString()).statusCode()).isEqualTo(400);
	}

	@Test
	void theConsoleSignsOutAndIsLedBack() {
		Person doctor = this.people.activated(this.hospital);
		String idToken = this.console.signIn(doctor.loginName(), People.PASSWORD).path("id_token").asString();

		var answer = this.console.post("/oauth2/logout", "id_token_hint", idToken, "post_logout_redirect_uri",
				ConsoleSession.REDIRECT_URI);

		assertThat(ConsoleSession.locationOf(answer)).startsWith(ConsoleSession.REDIRECT_URI);
		assertThat(ConsoleSession.locationOf(this.console.get(this.console.authorizePath()))).endsWith("/login");
	}

	@Test
	void publishesWhereEverythingIs() {
		JsonNode discovery = ConsoleSession.json(this.console.get("/.well-known/openid-configuration"));

		assertThat(discovery.path("issuer").asString()).isEqualTo(TestIssuer.ISSUER);
		assertThat(discovery.path("authorization_endpoint").asString())
			.isEqualTo(TestIssuer.ISSUER + "/oauth2/authorize");
		assertThat(discovery.path("end_session_endpoint").asString()).isEqualTo(TestIssuer.ISSUER + "/oauth2/logout");
		JsonNode keys = ConsoleSession.json(this.console.get("/oauth2/jwks")).path("keys");
		assertThat(keys).isNotEmpty();
		assertThat(keys.path(0).has("d")).isFalse();
	}

}
