package cn.yigongti.iam.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.yigongti.iam.secondfactor.Authenticator;
import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class SecondFactorTests {

	private static final Duration STEP = Duration.ofSeconds(30);

	private final People people;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final int port;

	private final Place hospital;

	private final ConsoleSession browser;

	@Autowired
	SecondFactorTests(County county, People people, MovableClock clock, JdbcClient jdbc, @LocalServerPort int port) {
		this.people = people;
		this.clock = clock;
		this.jdbc = jdbc;
		this.port = port;
		this.hospital = county.organization("500229", null);
		this.browser = new ConsoleSession(port);
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void whoEnrolledSignsInByPasswordAndCode() {
		Person doctor = doctor();
		Authenticator phone = enrol(doctor).phone();
		this.clock.advance(STEP);

		assertThat(this.browser.submitPassword(doctor.loginName(), People.PASSWORD)).endsWith("/login/code");
		assertThat(ConsoleSession.locationOf(this.browser.get(this.browser.authorizePath()))).endsWith("/login/code");
		assertThat(ConsoleSession.locationOf(this.browser.get("/login"))).endsWith("/login/code");
		JsonNode tokens = this.browser.signIn(doctor.loginName(), People.PASSWORD, phone.code());

		JsonNode claims = ConsoleSession.claimsOf(tokens.path("access_token").asString());
		assertThat(claims.path("amr").valueStream().map(JsonNode::asString)).containsExactly("pwd", "otp", "mfa");
		assertThat(this.browser.refresh(tokens.path("refresh_token").asString()).statusCode()).isEqualTo(200);
	}

	@Test
	void aCodeIsGoodForOneUse() {
		Person doctor = doctor();
		Authenticator phone = enrol(doctor).phone();
		this.clock.advance(STEP);
		String code = phone.code();
		this.browser.submitPassword(doctor.loginName(), People.PASSWORD);
		assertThat(this.browser.submitCode(code).statusCode()).isEqualTo(303);

		ConsoleSession thief = new ConsoleSession(this.port);
		thief.submitPassword(doctor.loginName(), People.PASSWORD);
		assertThat(thief.submitCode(code).statusCode()).isEqualTo(422);
		assertThat(thief.submitCode(phone.code(-1)).statusCode()).as("an older one").isEqualTo(422);
	}

	@Test
	void aRecoveryCodeStandsInOnce() {
		Person doctor = doctor();
		String recovery = enrol(doctor).recoveryCodes().getFirst();

		this.browser.submitPassword(doctor.loginName(), People.PASSWORD);
		assertThat(this.browser.submitCode(recovery.toLowerCase(Locale.ROOT).replace("-", " ")).statusCode())
			.isEqualTo(303);

		ConsoleSession again = new ConsoleSession(this.port);
		again.submitPassword(doctor.loginName(), People.PASSWORD);
		assertThat(again.submitCode(recovery).statusCode()).isEqualTo(422);
	}

	@Test
	void fiveWrongCodesLockAlsoWhenThePasswordIsTypedInBetween() {
		Person doctor = doctor();
		Authenticator phone = enrol(doctor).phone();
		this.clock.advance(STEP);
		for (int i = 0; i < 5; i++) {
			ConsoleSession guesser = new ConsoleSession(this.port);
			assertThat(guesser.submitPassword(doctor.loginName(), People.PASSWORD)).endsWith("/login/code");
			assertThat(guesser.submitCode(phone.wrong()).statusCode()).isEqualTo(422);
		}

		var answer = this.browser.submitLogin("/login", doctor.loginName(), People.PASSWORD);
		assertThat(ConsoleSession.locationOf(answer)).endsWith("?error");
		this.clock.advance(Duration.ofMinutes(11));
		assertThat(this.browser.signIn(doctor.loginName(), People.PASSWORD, phone.code()).has("access_token")).isTrue();
	}

	@Test
	void aRightCodeIsRefusedWhileTheUserIsLocked() {
		Person doctor = doctor();
		Authenticator phone = enrol(doctor).phone();
		this.clock.advance(STEP);
		this.browser.submitPassword(doctor.loginName(), People.PASSWORD);
		for (int i = 0; i < 5; i++) {
			this.browser.submitCode(phone.wrong());
		}

		assertThat(this.browser.submitCode(phone.code()).statusCode()).isEqualTo(422);
	}

	@Test
	void theSessionGetsANewIdWithTheCode() {
		Person doctor = doctor();
		Authenticator phone = enrol(doctor).phone();
		this.clock.advance(STEP);
		this.browser.submitPassword(doctor.loginName(), People.PASSWORD);
		String before = this.browser.cookie();

		this.browser.submitCode(phone.code());

		assertThat(this.browser.cookie()).isNotEqualTo(before);
	}

	@Test
	void aRoleThatNeedsItLeadsToEnrolmentAtTheNextSignInAndEndsRefreshing() {
		Person doctor = doctor();
		String before = this.browser.signIn(doctor.loginName(), People.PASSWORD).path("refresh_token").asString();
		this.people.grant(doctor, role(true), ScopeType.ORGANIZATION, this.hospital.id().toString());
		assertThat(this.browser.refresh(before).statusCode()).isEqualTo(400);

		ConsoleSession next = new ConsoleSession(this.port);
		assertThat(next.submitPassword(doctor.loginName(), People.PASSWORD)).endsWith("/login/code");
		assertThat(ConsoleSession.locationOf(next.get("/login/code"))).endsWith("/login/enrol");
		var page = next.get("/login/enrol");
		assertThat(page.body()).contains("<svg", "otpauth://totp/").doesNotContain("<script", "style=");
		Authenticator phone = new Authenticator(secretOn(page.body()), this.clock);
		var wrong = next.post("/login/enrol", "_csrf", ConsoleSession.csrfOf(page), "code", phone.wrong());
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(secretOn(wrong.body())).as("the same secret").isEqualTo(secretOn(page.body()));
		var enrolled = next.post("/login/enrol", "_csrf", ConsoleSession.csrfOf(page), "code", phone.code());

		assertThat(recoveryCodesOn(enrolled.body())).hasSize(10);
		assertThat(enrolled.headers().firstValue("Cache-Control")).hasValue("no-store");
		String back = ConsoleSession.locationOf(next.get("/login/continue"));
		assertThat(back).startsWith("/oauth2/authorize?");
		assertThat(ConsoleSession.locationOf(next.get(back))).contains("code=");
	}

	@Test
	void whoMustHaveItCanNotRemoveIt() {
		Person doctor = doctor();
		Enrolled enrolled = enrol(doctor);
		this.people.grant(doctor, role(true), ScopeType.ORGANIZATION, this.hospital.id().toString());
		this.clock.advance(STEP);

		Api api = new Api(this.port, bearer(doctor, enrolled.phone().code()));
		this.clock.advance(STEP);
		api.post("/api/v1/me/second-factor/removal", code(enrolled.phone().code()))
			.refused(409, "second-factor-compulsory");
		assertThat(api.get("/api/v1/me/second-factor").body().path("required").asBoolean()).isTrue();
	}

	@Test
	void isEnrolledAndRemovedByTheConsoleToo() {
		Person doctor = doctor();
		Api api = new Api(this.port, bearer(doctor));
		api.post("/api/v1/me/second-factor", "{\"password\": \"Wrong-Horse-8\"}").refused(422, "invalid");
		JsonNode begun = api.post("/api/v1/me/second-factor", "{\"password\": \"" + People.PASSWORD + "\"}")
			.expect(201)
			.body();
		Authenticator phone = new Authenticator(begun.path("secret").asString(), this.clock);
		assertThat(api.get("/api/v1/me/second-factor").body().path("enrolled").asBoolean()).isFalse();
		api.post("/api/v1/me/second-factor/confirmation", code(phone.wrong())).refused(422, "invalid");

		JsonNode confirmed = api.post("/api/v1/me/second-factor/confirmation", code(phone.code())).expect(200).body();

		assertThat(confirmed.path("recoveryCodes")).hasSize(10);
		assertThat(api.get("/api/v1/me/second-factor").body().path("recoveryCodesLeft").asInt()).isEqualTo(10);
		api.post("/api/v1/me/second-factor", "{\"password\": \"" + People.PASSWORD + "\"}")
			.refused(409, "second-factor-enrolled");
		api.post("/api/v1/me/second-factor/removal", code(phone.code())).refused(422, "invalid");
		this.clock.advance(STEP);
		api.post("/api/v1/me/second-factor/removal", code(phone.code())).expect(204);
		assertThat(this.browser.signIn(doctor.loginName(), People.PASSWORD).has("access_token")).isTrue();
	}

	@Test
	void anAdministratorResetsItWithinTheirScopeAndThatEndsSignIns() {
		Person doctor = doctor();
		Authenticator phone = enrol(doctor).phone();
		this.clock.advance(STEP);
		String token = this.browser.signIn(doctor.loginName(), People.PASSWORD, phone.code())
			.path("refresh_token")
			.asString();
		String path = "/api/v1/users/" + doctor.id() + "/second-factor";
		new Api(this.port, TestTokens.user().mayInRegion("500238", "user:write").bearer()).delete(path)
			.refused(404, "not-found");

		Api administrator = new Api(this.port, TestTokens.user().mayEverywhere("user:write").bearer());
		administrator.delete(path).expect(204);

		assertThat(this.browser.refresh(token).statusCode()).isEqualTo(400);
		assertThat(new ConsoleSession(this.port).signIn(doctor.loginName(), People.PASSWORD).has("access_token"))
			.isTrue();
		administrator.delete(path).refused(404, "not-found");
		assertThat(this.jdbc.sql("select action from audit_event where resource_id = :id")
			.param("id", doctor.id().toString())
			.query(String.class)
			.list()).contains("user:enrol-second-factor", "user:sign-in", "user:reset-second-factor");
	}

	@Test
	void keepsNoSecretAndNoRecoveryCodeInClear() {
		Person doctor = doctor();
		Enrolled enrolled = enrol(doctor);

		String stored = this.jdbc.sql("""
				select concat_ws(' ', f.secret, (select string_agg(code_hash, ' ') from recovery_code c
					where c.user_id = f.user_id)) from second_factor f where f.user_id = :user""")
			.param("user", doctor.id())
			.query(String.class)
			.single();

		assertThat(stored).startsWith("1:").doesNotContain(enrolled.secret());
		assertThat(enrolled.recoveryCodes()).noneMatch((code) -> stored.contains(code.replace("-", "")));
	}

	private record Enrolled(String secret, Authenticator phone, List<String> recoveryCodes) {

	}

	private Enrolled enrol(Person person) {
		ConsoleSession own = new ConsoleSession(this.port);
		own.submitLogin("/login", person.loginName(), People.PASSWORD);
		var page = own.get("/login/enrol");
		String secret = secretOn(page.body());
		Authenticator phone = new Authenticator(secret, this.clock);
		var enrolled = own.post("/login/enrol", "_csrf", ConsoleSession.csrfOf(page), "code", phone.code());
		return new Enrolled(secret, phone, recoveryCodesOn(enrolled.body()));
	}

	private Person doctor() {
		Person doctor = this.people.activated(this.hospital);
		this.people.grant(doctor, "DOCTOR", ScopeType.ORGANIZATION, this.hospital.id().toString());
		return doctor;
	}

	private String role(boolean secondFactorRequired) {
		String code = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
		Api.Answer made = new Api(this.port,
				TestTokens.user().mayEverywhere("role:write", "role:read", "referral:read").bearer())
			.post("/api/v1/roles", """
					{"code": "%s", "name": "安全", "permissions": ["referral:read"], "secondFactorRequired": %s}"""
				.formatted(code, secondFactorRequired))
			.expect(201);
		assertThat(made.body().path("secondFactorRequired").asBoolean()).isEqualTo(secondFactorRequired);
		return code;
	}

	private String bearer(Person person, String code) {
		return "Bearer "
				+ this.browser.signIn(person.loginName(), People.PASSWORD, code).path("access_token").asString();
	}

	private String bearer(Person person) {
		return "Bearer " + new ConsoleSession(this.port).signIn(person.loginName(), People.PASSWORD)
			.path("access_token")
			.asString();
	}

	private static String code(String code) {
		return "{\"code\": \"" + code + "\"}";
	}

	private static String secretOn(String page) {
		Matcher secret = Pattern.compile("secret(?:=|&#x3D;)([A-Z2-7]{32})").matcher(page);
		assertThat(secret.find()).as(page).isTrue();
		return secret.group(1);
	}

	private static List<String> recoveryCodesOn(String page) {
		List<String> codes = new ArrayList<>();
		Matcher code = Pattern.compile("<li>([0-9A-Z-]{14})</li>").matcher(page);
		while (code.find()) {
			codes.add(code.group(1));
		}
		return codes;
	}

}
