package cn.yigongti.iam.authorization;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
class RefreshTokenTests {

	private final People people;

	private final SealedAuthorizations authorizations;

	private final JdbcClient jdbc;

	private final MovableClock clock;

	private final ConsoleSession console;

	private final Place hospital;

	@Autowired
	RefreshTokenTests(County county, People people, SealedAuthorizations authorizations, JdbcClient jdbc,
			MovableClock clock, @LocalServerPort int port) {
		this.people = people;
		this.authorizations = authorizations;
		this.jdbc = jdbc;
		this.clock = clock;
		this.console = new ConsoleSession(port);
		this.hospital = county.organization("500229", null);
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void aRefreshTokenShownTwiceEndsTheWholeFamily() {
		Person doctor = this.people.activated(this.hospital);
		String first = this.console.signIn(doctor.loginName(), People.PASSWORD).path("refresh_token").asString();
		String second = refreshed(first);
		String third = refreshed(second);

		assertThat(this.console.refresh(first).statusCode()).isEqualTo(400);

		var answer = this.console.refresh(third);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(ConsoleSession.json(answer).path("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void anotherSignInOfTheSameUserIsNoPartOfTheFamily() {
		Person doctor = this.people.activated(this.hospital);
		String stolen = this.console.signIn(doctor.loginName(), People.PASSWORD).path("refresh_token").asString();
		String other = this.console.exchangeSignedIn().path("refresh_token").asString();
		refreshed(stolen);
		this.console.refresh(stolen);

		assertThat(this.console.refresh(other).statusCode()).isEqualTo(200);
	}

	@Test
	void aRevokedRefreshTokenIsOfNoMoreUse() {
		Person doctor = this.people.activated(this.hospital);
		String token = this.console.signIn(doctor.loginName(), People.PASSWORD).path("refresh_token").asString();

		assertThat(this.console.revoke(token).statusCode()).isEqualTo(200);

		assertThat(this.console.refresh(token).statusCode()).isEqualTo(400);
	}

	@Test
	void whoWasDisabledMeanwhileGetsNoMoreTokens() {
		Person doctor = this.people.activated(this.hospital);
		String token = this.console.signIn(doctor.loginName(), People.PASSWORD).path("refresh_token").asString();
		this.people.disable(doctor);

		var answer = this.console.refresh(token);

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(ConsoleSession.json(answer).path("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void ofTwoExchangesAtTheSameMomentAtMostOneSucceedsAndTheFamilyEnds() throws Exception {
		Person doctor = this.people.activated(this.hospital);
		String token = this.console.signIn(doctor.loginName(), People.PASSWORD).path("refresh_token").asString();
		Callable<HttpResponse<String>> exchange = () -> this.console.refresh(token);

		List<Future<HttpResponse<String>>> answers;
		try (ExecutorService tabs = Executors.newFixedThreadPool(4)) {
			answers = tabs.invokeAll(Collections.nCopies(4, exchange));
		}

		assertThat(answers).allMatch(Future::isDone);
		assertThat(answers.stream().map(Future::resultNow).filter((answer) -> answer.statusCode() == 200))
			.hasSizeLessThanOrEqualTo(1);
		assertThat(authorizationsOf(doctor)).isZero();
	}

	@Test
	void aSessionThatRestsForHalfAnHourIsOver() {
		Person doctor = this.people.activated(this.hospital);
		this.clock.advance(Duration.ofMinutes(-31));
		String token = this.console.signIn(doctor.loginName(), People.PASSWORD).path("refresh_token").asString();

		assertThat(this.console.refresh(token).statusCode()).isEqualTo(400);
	}

	@Test
	void whatHasExpiredIsForgotten() {
		Person doctor = this.people.activated(this.hospital);
		this.console.signIn(doctor.loginName(), People.PASSWORD);
		this.authorizations.removeExpired();
		assertThat(authorizationsOf(doctor)).isEqualTo(1);

		this.clock.advance(Duration.ofMinutes(31));
		this.authorizations.removeExpired();

		assertThat(authorizationsOf(doctor)).isZero();
	}

	private long authorizationsOf(Person person) {
		return this.jdbc.sql("select count(*) from oauth2_authorization where principal_name = :user")
			.param("user", person.id().toString())
			.query(Long.class)
			.single();
	}

	private String refreshed(String token) {
		return ConsoleSession.json(this.console.refresh(token)).path("refresh_token").asString();
	}

}
