package cn.yigongti.iam.signin;

import java.time.Duration;
import java.util.Locale;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class ActivationTests {

	private final People people;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final int port;

	private final Place hospital;

	private final Api administrator;

	private final Api anybody;

	@Autowired
	ActivationTests(County county, People people, MovableClock clock, JdbcClient jdbc, @LocalServerPort int port) {
		this.people = people;
		this.clock = clock;
		this.jdbc = jdbc;
		this.port = port;
		this.hospital = county.organization("500229", null);
		this.administrator = new Api(port,
				TestTokens.user().mayInOrganization(this.hospital.id(), "user:read", "user:write").bearer());
		this.anybody = new Api(port, null);
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void aCodeBecomesAPasswordOnce() {
		Person doctor = this.people.doctor(this.hospital);
		String code = open(doctor).expect(201).text("code");

		redeem(doctor.loginName(), code, People.PASSWORD).expect(204);

		JsonNode tokens = new ConsoleSession(this.port).signIn(doctor.loginName(), People.PASSWORD);
		assertThat(tokens.has("access_token")).isTrue();
		assertThat(this.administrator.get("/api/v1/users/" + doctor.id()).body().path("activated").asBoolean())
			.isTrue();
		redeem(doctor.loginName(), code, "Another-Horse-9").refused(422, "activation-refused");
	}

	@Test
	void theCodeMayBeTypedInSmallLettersAndWithoutHyphens() {
		Person doctor = this.people.doctor(this.hospital);
		String code = open(doctor).text("code");

		redeem(doctor.loginName(), code.toLowerCase(Locale.ROOT).replace("-", " "), People.PASSWORD).expect(204);
	}

	@Test
	void aWrongCodeAndAnUnknownNameAreRefusedAlike() {
		Person doctor = this.people.doctor(this.hospital);
		open(doctor);

		redeem(doctor.loginName(), "0000-0000-0000", People.PASSWORD).refused(422, "activation-refused");
		redeem("nobody-at-all", "0000-0000-0000", People.PASSWORD).refused(422, "activation-refused");
	}

	@Test
	void fiveWrongCodesVoidTheRightOne() {
		Person doctor = this.people.doctor(this.hospital);
		String code = open(doctor).text("code");
		for (int i = 0; i < 5; i++) {
			redeem(doctor.loginName(), "0000-0000-000" + i, People.PASSWORD);
		}

		redeem(doctor.loginName(), code, People.PASSWORD).refused(422, "activation-refused");
	}

	@Test
	void aCodeExpires() {
		Person doctor = this.people.doctor(this.hospital);
		String code = open(doctor).text("code");
		this.clock.advance(Duration.ofDays(3).plusMinutes(1));

		redeem(doctor.loginName(), code, People.PASSWORD).refused(422, "activation-refused");
	}

	@Test
	void aWeakPasswordDoesNotUseTheCodeUp() {
		Person doctor = this.people.doctor(this.hospital);
		String code = open(doctor).text("code");

		Answer weak = redeem(doctor.loginName(), code, "weak");
		weak.refused(422, "invalid");
		assertThat(weak.body().path("errors").path(0).path("pointer").asString()).isEqualTo("/password");
		redeem(doctor.loginName(), code, People.PASSWORD).expect(204);
	}

	@Test
	void aNewPasswordEndsTheTokensOfTheOldOne() {
		Person doctor = this.people.activated(this.hospital);
		ConsoleSession console = new ConsoleSession(this.port);
		String refreshToken = console.signIn(doctor.loginName(), People.PASSWORD).path("refresh_token").asString();

		redeem(doctor.loginName(), open(doctor).text("code"), "Another-Horse-9").expect(204);

		assertThat(console.refresh(refreshToken).statusCode()).isEqualTo(400);
		assertThat(ConsoleSession.locationOf(console.get(console.authorizePath()))).endsWith("/login");
	}

	@Test
	void onlyUsersOfOnesScopeCanBeActivatedAndOnlyActiveOnes() {
		Person doctor = this.people.doctor(this.hospital);
		Api elsewhere = new Api(this.port, TestTokens.user().mayInRegion("500238", "user:write").bearer());
		elsewhere.post("/api/v1/users/" + doctor.id() + "/activation", "{}").refused(404, "not-found");

		this.people.disable(doctor);
		open(doctor).refused(409, "user-inactive");
	}

	@Test
	void keepsNoCodeInClear() {
		Person doctor = this.people.doctor(this.hospital);
		String code = open(doctor).text("code");

		String stored = this.jdbc.sql("select code_hash from activation where user_id = :id")
			.param("id", doctor.id())
			.query(String.class)
			.single();
		assertThat(stored).doesNotContain(code).doesNotContain(code.replace("-", ""));
	}

	private Answer open(Person person) {
		return this.administrator.post("/api/v1/users/" + person.id() + "/activation", "{}");
	}

	private Answer redeem(String loginName, String code, String password) {
		return this.anybody.post("/api/v1/activations", """
				{"loginName": "%s", "code": "%s", "password": "%s"}""".formatted(loginName, code, password));
	}

}
