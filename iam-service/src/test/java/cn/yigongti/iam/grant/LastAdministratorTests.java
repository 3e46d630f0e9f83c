package cn.yigongti.iam.grant;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.iam.user.AccessEnded;
import cn.yigongti.platform.caller.ScopeType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
@ExtendWith(OutputCaptureExtension.class)
class LastAdministratorTests {

	private static final String WARNING = "No active user is platform administrator any more";

	private final People people;

	private final Ground ground;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	@Autowired
	LastAdministratorTests(County county, People people, JdbcClient jdbc, ApplicationEventPublisher events,
			@LocalServerPort int port) {
		this.people = people;
		this.ground = new Ground(county, people, jdbc, port);
		this.jdbc = jdbc;
		this.events = events;
	}

	@BeforeEach
	void nobodyAdministers() {
		this.jdbc.sql("delete from role_grant where role_id = (select id from role where code = 'PLATFORM_ADMIN')")
			.update();
	}

	@Test
	void theLastOneKeepsTheWholePlatform() {
		Person last = administrator();
		Api platform = this.ground.platform();

		this.ground.give(platform, last).refused(409, "last-platform-administrator");
		this.ground.give(platform, last, this.ground.grant("PLATFORM_ADMIN REGION 500229"))
			.refused(409, "last-platform-administrator");
		this.ground.give(platform, last, this.ground.grant("PLATFORM_ADMIN ALL"), this.ground.grant("DOCTOR ALL"))
			.expect(200);
	}

	@Test
	void whoIsDisabledIsNoOtherAdministrator() {
		Person last = administrator();
		this.people.disable(administrator());
		this.people.grant(this.ground.doctor(), "PLATFORM_ADMIN", ScopeType.REGION, "500229");

		this.ground.give(this.ground.platform(), last).refused(409, "last-platform-administrator");
	}

	@RepeatedTest(5)
	void ofTwoWhoAreRemovedAtTheSameTimeOneStays() throws Exception {
		Person one = administrator();
		Person other = administrator();
		Api platform = this.ground.platform();
		CyclicBarrier together = new CyclicBarrier(2);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> answers = Stream.of(one, other).map((person) -> threads.submit(() -> {
				together.await(1, TimeUnit.MINUTES);
				return this.ground.give(platform, person);
			})).toList();

			assertThat(List.of(answers.getFirst().get().status(), answers.getLast().get().status()))
				.containsExactlyInAnyOrder(200, 409);
		}
	}

	@Test
	void theHospitalMayDismissTheLastOneAndTheLogSaysSo(CapturedOutput output) {
		Person last = administrator();
		Person other = administrator();
		dismiss(other);
		assertThat(output).doesNotContain(WARNING);

		dismiss(last);

		assertThat(output).contains(WARNING);
	}

	@Test
	void whoNeverAdministeredIsDismissedWithoutAWord(CapturedOutput output) {
		dismiss(this.ground.doctor());

		assertThat(output).doesNotContain(WARNING);
	}

	private Person administrator() {
		Person person = this.ground.doctor();
		this.people.grant(person, "PLATFORM_ADMIN", ScopeType.ALL, null);
		return person;
	}

	private void dismiss(Person person) {
		this.people.disable(person);
		this.events.publishEvent(new AccessEnded(person.id()));
	}

}
