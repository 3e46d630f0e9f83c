package cn.yigongti.iam.signin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class AddressLockTests {

	private final People people;

	private final MovableClock clock;

	private final Addresses addresses;

	private final JdbcClient jdbc;

	private final int port;

	private final Place hospital;

	private final String address = cn.yigongti.iam.testing.Addresses.another();

	@Autowired
	AddressLockTests(County county, People people, MovableClock clock, Addresses addresses, JdbcClient jdbc,
			@LocalServerPort int port) {
		this.people = people;
		this.clock = clock;
		this.addresses = addresses;
		this.jdbc = jdbc;
		this.port = port;
		this.hospital = county.organization("500229", null);
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void fiveNamesThatFailLockTheirAddressAndNoOtherForTenMinutes() {
		Person doctor = this.people.activated(this.hospital);
		failUnknown(4);
		assertThat(signsIn(this.address, doctor)).isTrue();
		failUnknown(5);

		assertThat(signsIn(this.address, doctor)).isFalse();
		assertThat(signsIn(cn.yigongti.iam.testing.Addresses.another(), doctor)).isTrue();
		this.clock.advance(Duration.ofMinutes(9).plusSeconds(30));
		assertThat(signsIn(this.address, doctor)).isFalse();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(signsIn(this.address, doctor)).isTrue();
	}

	@Test
	void oneNameThatFailsAgainAndAgainIsNoAttackOnAHospitalBehindOneAddress() {
		Person forgetful = this.people.activated(this.hospital);
		Person colleague = this.people.activated(this.hospital);
		for (int i = 0; i < 7; i++) {
			fail(this.address, forgetful.loginName());
		}

		assertThat(signsIn(this.address, colleague)).isTrue();
	}

	@Test
	void whoSignsInAfterAllIsNotCountedAnyMore() {
		List<Person> staff = IntStream.range(0, 6).mapToObj((i) -> this.people.activated(this.hospital)).toList();

		for (Person person : staff) {
			fail(this.address, person.loginName());
			assertThat(signsIn(this.address, person)).isTrue();
		}
	}

	@Test
	void whatFailedMoreThanTenMinutesAgoIsNotCounted() {
		Person doctor = this.people.activated(this.hospital);
		failUnknown(4);
		this.clock.advance(Duration.ofMinutes(11));
		failUnknown(4);

		assertThat(signsIn(this.address, doctor)).isTrue();
	}

	@Test
	void guessesAtTheSameMomentFindAtMostWhatFiveCouldFind() throws Exception {
		Person doctor = this.people.activated(this.hospital);
		List<Callable<Boolean>> guesses = IntStream.range(0, 12)
			.<Callable<Boolean>>mapToObj((i) -> () -> fail(this.address, "nobody-" + i))
			.toList();
		try (ExecutorService guessers = Executors.newFixedThreadPool(12)) {
			guessers.invokeAll(guesses);
		}

		assertThat(this.addresses.isLocked(this.address)).isTrue();
		assertThat(signsIn(this.address, doctor)).isFalse();
	}

	@Test
	void anAddressOfVersionSixIsLockedWithItsNetwork() {
		Person doctor = this.people.activated(this.hospital);
		for (int i = 0; i < 5; i++) {
			fail("2001:db8:1:2::" + i, "nobody-" + i);
		}

		assertThat(signsIn("2001:db8:1:2:aaaa::9", doctor)).isFalse();
		assertThat(signsIn("2001:db8:1:3::9", doctor)).isTrue();
	}

	@Test
	void activationCodesGuessedForManyNamesLockTheAddressToo() {
		Person doctor = this.people.activated(this.hospital);
		ConsoleSession guesser = new ConsoleSession(this.port, this.address);
		String csrf = ConsoleSession.csrfOf(guesser.get("/activate"));
		for (int i = 0; i < 5; i++) {
			guesser.post("/activate", "_csrf", csrf, "loginName", "nobody-" + i, "code", "0000-0000-0000", "password",
					People.PASSWORD, "repeated", People.PASSWORD);
		}

		assertThat(signsIn(this.address, doctor)).isFalse();
	}

	@Test
	void keepsNoNameAndForgetsWhatIsOver() {
		fail(this.address, "my-secret-typed-in-the-wrong-field");
		assertThat(this.jdbc.sql("select login_hash from sign_in_failure where address = :address")
			.param("address", this.address)
			.query(String.class)
			.single()).doesNotContain("secret");

		this.addresses.removeOld();
		assertThat(rows()).isOne();
		this.clock.advance(Duration.ofMinutes(11));
		this.addresses.removeOld();
		assertThat(rows()).isZero();
	}

	private long rows() {
		return this.jdbc.sql("select count(*) from sign_in_address where address = :address")
			.param("address", this.address)
			.query(Long.class)
			.single();
	}

	private void failUnknown(int names) {
		for (int i = 0; i < names; i++) {
			fail(this.address, "nobody-" + i);
		}
	}

	private boolean fail(String from, String loginName) {
		return attempt(from, loginName, "Wrong-Horse-8");
	}

	private boolean signsIn(String from, Person person) {
		return attempt(from, person.loginName(), People.PASSWORD);
	}

	private boolean attempt(String from, String loginName, String password) {
		var answer = new ConsoleSession(this.port, from).submitLogin("/login", loginName, password);
		return !ConsoleSession.locationOf(answer).endsWith("?error");
	}

}
