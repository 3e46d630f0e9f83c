package cn.yigongti.iam.session;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.caller.ScopeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class SignInLifeTests {

	private final People people;

	private final MovableClock clock;

	private final SignIns signIns;

	private final JdbcClient jdbc;

	private final int port;

	private final Place hospital;

	private final ConsoleSession office;

	private final ConsoleSession home;

	@Autowired
	SignInLifeTests(County county, People people, MovableClock clock, SignIns signIns, JdbcClient jdbc,
			@LocalServerPort int port) {
		this.people = people;
		this.clock = clock;
		this.signIns = signIns;
		this.jdbc = jdbc;
		this.port = port;
		this.hospital = county.organization("500229", null);
		this.office = new ConsoleSession(port);
		this.home = new ConsoleSession(port);
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void aSessionIsOverAfterTwelveHoursHoweverBusy() {
		Person doctor = doctor();
		signIn(this.office, doctor);
		this.clock.advance(Duration.ofHours(11).plusMinutes(59));
		assertThat(ConsoleSession.locationOf(this.office.get(this.office.authorizePath()))).contains("code=");
		this.clock.advance(Duration.ofMinutes(2));

		assertThat(ConsoleSession.locationOf(this.office.get(this.office.authorizePath()))).endsWith("/login");
		assertThat(this.office.get("/login").body()).contains("name=\"password\"");
	}

	@Test
	void noTokenOutlivesTheTwelveHours() {
		Person doctor = doctor();
		this.clock.advance(Duration.ofHours(-12).plusMinutes(10));
		JsonNode tokens = signIn(this.office, doctor);
		this.clock.reset();

		JsonNode refreshed = ConsoleSession
			.json(this.office.refresh(againValid(tokens.path("refresh_token").asString(), doctor)));

		assertThat(refreshed.path("expires_in").asInt()).isBetween(1, 600);
		assertThat(this.jdbc
			.sql("""
					select refresh_token_expires_at <= s.ends_at from oauth2_authorization a join sign_in s on s.id = a.sign_in_id
					where a.principal_name = :user""")
			.param("user", doctor.id().toString())
			.query(Boolean.class)
			.single()).isTrue();
		this.clock.advance(Duration.ofMinutes(11));
		assertThat(this.office.refresh(refreshed.path("refresh_token").asString()).statusCode()).isEqualTo(400);
	}

	/** The idle limit has passed by the system's clock, which is not what is tested. */
	private String againValid(String token, Person person) {
		this.jdbc.sql("""
				update oauth2_authorization set refresh_token_expires_at = now() + interval '5 minutes'
				where principal_name = :user""").param("user", person.id().toString()).update();
		return token;
	}

	@Test
	void signingOutEndsTheTokensOfThatSignInAndNoOther() {
		Person doctor = doctor();
		String there = signIn(this.office, doctor).path("refresh_token").asString();
		String here = signIn(this.home, doctor).path("refresh_token").asString();

		this.office.post("/logout", "_csrf", ConsoleSession.csrfOf(this.office.get("/logout")));

		assertThat(this.office.refresh(there).statusCode()).isEqualTo(400);
		assertThat(this.home.refresh(here).statusCode()).isEqualTo(200);
		assertThat(audited(doctor)).contains("user:sign-out");
	}

	@Test
	void theConsoleSignsOutOfTheSignInItsIdTokenNamesEvenWithoutASession() {
		Person doctor = doctor();
		JsonNode there = signIn(this.office, doctor);
		String here = signIn(this.home, doctor).path("refresh_token").asString();

		var answer = new ConsoleSession(this.port).post("/oauth2/logout", "id_token_hint",
				there.path("id_token").asString(), "post_logout_redirect_uri", ConsoleSession.REDIRECT_URI);

		assertThat(ConsoleSession.locationOf(answer)).startsWith(ConsoleSession.REDIRECT_URI);
		assertThat(this.office.refresh(there.path("refresh_token").asString()).statusCode()).isEqualTo(400);
		assertThat(ConsoleSession.locationOf(this.office.get(this.office.authorizePath()))).endsWith("/login");
		assertThat(this.home.refresh(here).statusCode()).isEqualTo(200);
	}

	@Test
	void noCodeBecomesATokenAfterTheSignOut() {
		Person doctor = doctor();
		String code = this.office.code(doctor.loginName(), People.PASSWORD);
		this.office.post("/logout", "_csrf", ConsoleSession.csrfOf(this.office.get("/logout")));

		assertThat(this.office.exchange(code).statusCode()).isEqualTo(400);
	}

	@Test
	void tellsWhereOneIsSignedInAndEndsItThere() {
		Person doctor = doctor();
		JsonNode there = signIn(this.office, doctor);
		Api here = api(signIn(this.home, doctor));

		JsonNode sessions = here.get("/api/v1/me/sessions").expect(200).body().path("items");
		assertThat(sessions).hasSize(2);
		assertThat(sessions.path(0).path("current").asBoolean()).isTrue();
		assertThat(sessions.path(1).path("current").asBoolean()).isFalse();
		assertThat(sessions.path(1).path("address").asString()).startsWith("10.");
		here.delete("/api/v1/me/sessions/" + sessions.path(1).path("id").asString()).expect(204);

		assertThat(this.office.refresh(there.path("refresh_token").asString()).statusCode()).isEqualTo(400);
		assertThat(ConsoleSession.locationOf(this.office.get(this.office.authorizePath()))).endsWith("/login");
		here.delete("/api/v1/me/sessions/" + sessions.path(1).path("id").asString()).refused(404, "not-found");
	}

	@Test
	void nobodyEndsTheSignInOfAnother() {
		UUID anothers = UUID
			.fromString(ConsoleSession.claimsOf(signIn(this.home, doctor()).path("access_token").asString())
				.path("sid")
				.asString());

		api(signIn(this.office, doctor())).delete("/api/v1/me/sessions/" + anothers).refused(404, "not-found");
		assertThat(this.signIns.find(anothers)).isPresent();
	}

	@Test
	void machinesHaveNoSignIns() {
		String token = ConsoleSession
			.json(this.office.post("/oauth2/token", "grant_type", "client_credentials", "client_id", "operator",
					"client_secret", "operator-secret-of-this-test"))
			.path("access_token")
			.asString();

		new Api(this.port, "Bearer " + token).get("/api/v1/me/sessions").refused(403, "people-only");
	}

	@Test
	void theSessionGetsANewIdWithTheSignIn() {
		Person doctor = doctor();
		this.office.get("/login");
		String before = this.office.cookie();

		this.office.submitLogin("/login", doctor.loginName(), People.PASSWORD);

		assertThat(this.office.cookie()).isNotEqualTo(before);
	}

	@Test
	void ofTooManySignInsTheOldestGivesWay() {
		Person doctor = doctor();
		Visitor visitor = new Visitor("10.0.0.1", null);
		UUID first = this.signIns.begin(doctor.id(), visitor).id();
		UUID second = this.signIns.begin(doctor.id(), visitor).id();
		for (int i = 0; i < 49; i++) {
			this.signIns.begin(doctor.id(), visitor);
		}

		assertThat(this.signIns.find(first)).isEmpty();
		assertThat(this.signIns.find(second)).isPresent();
	}

	@Test
	void whatIsOverIsForgotten() {
		Person doctor = doctor();
		signIn(this.office, doctor);
		this.clock.advance(Duration.ofHours(13));
		this.signIns.removeOver();

		assertThat(this.jdbc.sql("select count(*) from sign_in where user_id = :user")
			.param("user", doctor.id())
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from oauth2_authorization where principal_name = :user")
			.param("user", doctor.id().toString())
			.query(Long.class)
			.single()).isZero();
	}

	private List<String> audited(Person person) {
		return this.jdbc.sql("select action from audit_event where resource_id = :id")
			.param("id", person.id().toString())
			.query(String.class)
			.list();
	}

	private Person doctor() {
		Person doctor = this.people.activated(this.hospital);
		this.people.grant(doctor, "DOCTOR", ScopeType.ORGANIZATION, this.hospital.id().toString());
		return doctor;
	}

	private Api api(JsonNode tokens) {
		return new Api(this.port, "Bearer " + tokens.path("access_token").asString());
	}

	private static JsonNode signIn(ConsoleSession browser, Person person) {
		return browser.signIn(person.loginName(), People.PASSWORD);
	}

}
