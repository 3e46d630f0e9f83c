package cn.yigongti.iam.signin;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.caller.ScopeType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class OwnPasswordTests {

	private static final String ANOTHER = "Another-Horse-9";

	private final People people;

	private final JdbcClient jdbc;

	private final int port;

	private final Place hospital;

	private final ConsoleSession here;

	@Autowired
	OwnPasswordTests(County county, People people, JdbcClient jdbc, @LocalServerPort int port) {
		this.people = people;
		this.jdbc = jdbc;
		this.port = port;
		this.hospital = county.organization("500229", null);
		this.here = new ConsoleSession(port);
	}

	@Test
	void changesAndEndsTheOtherSignIns() {
		Person doctor = doctor();
		ConsoleSession there = new ConsoleSession(this.port);
		String other = there.signIn(doctor.loginName(), People.PASSWORD).path("refresh_token").asString();
		JsonNode tokens = this.here.signIn(doctor.loginName(), People.PASSWORD);

		api(tokens).post("/api/v1/me/password", change(People.PASSWORD, ANOTHER)).expect(204);

		assertThat(there.refresh(other).statusCode()).isEqualTo(400);
		assertThat(ConsoleSession.locationOf(there.get(there.authorizePath()))).endsWith("/login");
		assertThat(this.here.refresh(tokens.path("refresh_token").asString()).statusCode()).isEqualTo(200);
		assertThat(signsIn(doctor, People.PASSWORD)).isFalse();
		assertThat(signsIn(doctor, ANOTHER)).isTrue();
	}

	@Test
	void saysWhatIsWrong() {
		Person doctor = doctor();
		Api api = api(this.here.signIn(doctor.loginName(), People.PASSWORD));

		assertThat(refusal(api, "Wrong-Horse-8", ANOTHER)).isEqualTo("/current password-wrong");
		assertThat(refusal(api, People.PASSWORD, "weak")).startsWith("/new password-short");
		assertThat(refusal(api, People.PASSWORD, "Password-1")).isEqualTo("/new password-common");
		assertThat(refusal(api, People.PASSWORD, People.PASSWORD)).isEqualTo("/new password-same");
	}

	@Test
	void guessingTheCurrentOneLocksLikeAtSignIn() {
		Person doctor = doctor();
		Api api = api(this.here.signIn(doctor.loginName(), People.PASSWORD));
		for (int i = 0; i < 5; i++) {
			api.post("/api/v1/me/password", change("Wrong-Horse-8", ANOTHER), "Idempotency-Key", "guess-" + i)
				.refused(422, "invalid");
		}

		assertThat(refusal(api, People.PASSWORD, ANOTHER)).isEqualTo("/current password-wrong");
		assertThat(signsIn(doctor, People.PASSWORD)).isFalse();
	}

	@Test
	void changesOnThePageToo() {
		Person doctor = doctor();
		assertThat(ConsoleSession.locationOf(this.here.get("/login/password"))).endsWith("/login");
		this.here.submitLogin("/login", doctor.loginName(), People.PASSWORD);
		String csrf = ConsoleSession.csrfOf(this.here.get("/login/password"));

		var wrong = this.here.post("/login/password", "_csrf", csrf, "current", "Wrong-Horse-8", "password", ANOTHER,
				"repeated", ANOTHER);
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("当前密码不正确");
		var changed = this.here.post("/login/password", "_csrf", csrf, "current", People.PASSWORD, "password", ANOTHER,
				"repeated", ANOTHER);

		assertThat(this.here.get(ConsoleSession.locationOf(changed)).body()).contains("密码已修改");
		assertThat(signsIn(doctor, ANOTHER)).isTrue();
	}

	@Test
	void aHashWeakerThanTodaysIsMadeAnewAtSignIn() {
		Person doctor = doctor();
		this.jdbc.sql("update users set password_hash = :hash where id = :id")
			.param("hash", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(People.PASSWORD))
			.param("id", doctor.id())
			.update();

		assertThat(signsIn(doctor, People.PASSWORD)).isTrue();

		assertThat(this.jdbc.sql("select password_hash from users where id = :id")
			.param("id", doctor.id())
			.query(String.class)
			.single()).startsWith("{bcrypt}$2a$10$");
		assertThat(signsIn(doctor, People.PASSWORD)).isTrue();
	}

	private static String refusal(Api api, String current, String chosen) {
		Api.Answer answer = api.post("/api/v1/me/password", change(current, chosen)).expect(422);
		JsonNode first = answer.body().path("errors").path(0);
		return first.path("pointer").asString() + " " + first.path("code").asString();
	}

	private static String change(String current, String chosen) {
		return "{\"current\": \"%s\", \"new\": \"%s\"}".formatted(current, chosen);
	}

	private boolean signsIn(Person person, String password) {
		var answer = new ConsoleSession(this.port).submitLogin("/login", person.loginName(), password);
		return !ConsoleSession.locationOf(answer).endsWith("?error");
	}

	private Person doctor() {
		Person doctor = this.people.activated(this.hospital);
		this.people.grant(doctor, "DOCTOR", ScopeType.ORGANIZATION, this.hospital.id().toString());
		return doctor;
	}

	private Api api(JsonNode tokens) {
		return new Api(this.port, "Bearer " + tokens.path("access_token").asString());
	}

}
