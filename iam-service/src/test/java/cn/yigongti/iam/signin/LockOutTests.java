package cn.yigongti.iam.signin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import cn.yigongti.iam.testing.Api;
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

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class LockOutTests {

	private final People people;

	private final MovableClock clock;

	private final int port;

	private final Place hospital;

	@Autowired
	LockOutTests(County county, People people, MovableClock clock, @LocalServerPort int port) {
		this.people = people;
		this.clock = clock;
		this.port = port;
		this.hospital = county.organization("500229", null);
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void fiveFailuresLockForTenMinutesEvenAgainstTheRightPassword() {
		Person doctor = this.people.activated(this.hospital);
		fail(doctor, 5);

		assertThat(signsIn(doctor.loginName(), People.PASSWORD)).isFalse();
		this.clock.advance(Duration.ofMinutes(9).plusSeconds(30));
		assertThat(signsIn(doctor.loginName(), People.PASSWORD)).isFalse();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(signsIn(doctor.loginName(), People.PASSWORD)).isTrue();
	}

	@Test
	void aSuccessForgetsFailuresBeforeIt() {
		Person doctor = this.people.activated(this.hospital);
		fail(doctor, 4);
		assertThat(signsIn(doctor.loginName(), People.PASSWORD)).isTrue();
		fail(doctor, 4);

		assertThat(signsIn(doctor.loginName(), People.PASSWORD)).isTrue();
	}

	@Test
	void afterALockTheCountBeginsAnew() {
		Person doctor = this.people.activated(this.hospital);
		fail(doctor, 5);
		this.clock.advance(Duration.ofMinutes(11));
		fail(doctor, 4);

		assertThat(signsIn(doctor.loginName(), People.PASSWORD)).isTrue();
	}

	@Test
	void guessesAtTheSameMomentAreCountedOneByOne() throws Exception {
		Person doctor = this.people.activated(this.hospital);
		List<Callable<Boolean>> guesses = IntStream.range(0, 12)
			.<Callable<Boolean>>mapToObj((i) -> () -> signsIn(doctor.loginName(), "Wrong-Horse-" + i))
			.toList();
		try (ExecutorService guessers = Executors.newFixedThreadPool(12)) {
			guessers.invokeAll(guesses);
		}

		assertThat(user(doctor).text("status")).isEqualTo("LOCKED");
	}

	@Test
	void theAnswerDoesNotTellWhetherThereIsSuchAUser() {
		Person doctor = this.people.activated(this.hospital);
		Person locked = this.people.activated(this.hospital);
		fail(locked, 5);
		ConsoleSession browser = new ConsoleSession(this.port);

		var wrong = browser.submitLogin("/login", doctor.loginName(), "Wrong-Horse-8");
		var unknown = browser.submitLogin("/login", "nobody-at-all", "Wrong-Horse-8");
		var lockedOut = browser.submitLogin("/login", locked.loginName(), People.PASSWORD);

		assertThat(ConsoleSession.locationOf(wrong)).isEqualTo(ConsoleSession.locationOf(unknown))
			.isEqualTo(ConsoleSession.locationOf(lockedOut))
			.endsWith("/login?error");
	}

	@Test
	void anAdministratorUnlocks() {
		Person doctor = this.people.activated(this.hospital);
		fail(doctor, 5);
		String before = user(doctor).etag();

		Api.Answer unlocked = administrator().post("/api/v1/users/" + doctor.id() + "/unlock", "{}").expect(200);

		assertThat(unlocked.text("status")).isEqualTo("ACTIVE");
		assertThat(unlocked.etag()).isNotEqualTo(before);
		assertThat(signsIn(doctor.loginName(), People.PASSWORD)).isTrue();
	}

	private void fail(Person person, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(signsIn(person.loginName(), "Wrong-Horse-8")).isFalse();
		}
	}

	private boolean signsIn(String loginName, String password) {
		var answer = new ConsoleSession(this.port).submitLogin("/login", loginName, password);
		return !ConsoleSession.locationOf(answer).endsWith("?error");
	}

	private Api.Answer user(Person person) {
		return administrator().get("/api/v1/users/" + person.id()).expect(200);
	}

	private Api administrator() {
		return new Api(this.port, TestTokens.user().mayEverywhere("user:read", "user:write").bearer());
	}

}
