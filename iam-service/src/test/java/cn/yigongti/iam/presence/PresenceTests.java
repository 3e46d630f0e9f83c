package cn.yigongti.iam.presence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.Hospital;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class PresenceTests {

	private final County county;

	private final People people;

	private final JdbcClient jdbc;

	private final MovableClock clock;

	private final int port;

	private final Place hospital;

	private final Person doctor;

	private final Api api;

	@Autowired
	PresenceTests(County county, People people, JdbcClient jdbc, MovableClock clock, @LocalServerPort int port) {
		this.county = county;
		this.people = people;
		this.jdbc = jdbc;
		this.clock = clock;
		this.port = port;
		this.hospital = county.organization("500229", null);
		this.doctor = people.doctor(this.hospital);
		this.api = new Api(port, TestTokens.service("referral-service").mayEverywhere("user:read").bearer());
	}

	@AfterEach
	void asBefore() {
		this.clock.reset();
		this.county.configuresNothing();
	}

	@Test
	void asksTheHisAndRemembersItsAnswerForTenMinutes() {
		Hospital.knows(row(true));
		assertThat(presence()).isEqualTo("true HIS");

		Hospital.knows(row(false));
		assertThat(presence()).isEqualTo("true CACHE");

		this.clock.advance(Duration.ofMinutes(11));
		assertThat(presence()).isEqualTo("false HIS");
	}

	@Test
	void whoIsNotThereAnyMoreIsNotActive() {
		Hospital.knows(List.of());

		assertThat(presence()).isEqualTo("false HIS");
	}

	@Test
	void tellsWhereSomebodyWorksNow() {
		Person elsewhere = this.people.doctor(this.county.organization("500229", null));
		Hospital.knows(List.of(Hospital.row("his-" + this.doctor.loginName(), elsewhere.place().institutionCode())));

		JsonNode answer = read();

		assertThat(answer.path("active").asBoolean()).isTrue();
		assertThat(answer.path("organizationId").asString()).isEqualTo(elsewhere.place().id().toString());
	}

	@Test
	void goesByTheCopyAndSaysSoWhileTheHisIsDown() {
		Hospital.isDown();
		assertThat(presence()).isEqualTo("true SYNCED_COPY");

		this.people.disable(this.doctor);
		assertThat(presence()).isEqualTo("false SYNCED_COPY");

		Hospital.knows(row(true));
		assertThat(presence()).as("a fall-back is not remembered").isEqualTo("true HIS");
	}

	@Test
	void goesByTheCopyWhenTheHisCanNotLookForOneUser() {
		Hospital.knows(List.of(Hospital.row("a", "X"), Hospital.row("b", "X")));

		assertThat(presence()).isEqualTo("true SYNCED_COPY");
	}

	@Test
	void whatASynchronisationChangesPrevailsOverWhatIsRemembered() {
		Hospital.knows(row(true));
		presence();
		Hospital.isDown();

		this.jdbc.sql("update users set active = false, version = version + 1 where id = :id")
			.param("id", this.doctor.id())
			.update();

		assertThat(presence()).isEqualTo("false SYNCED_COPY");
	}

	@Test
	void aUserOutOfScopeIsUnknown() {
		new Api(this.port, TestTokens.user().mayInRegion("500238", "user:read").bearer())
			.get("/api/v1/users/" + this.doctor.id() + "/presence")
			.refused(404, "not-found");
	}

	@Test
	void answersAsItsConsumersWereTold() throws IOException {
		Hospital.knows(row(true));
		JsonNode promised = JsonMapper.shared()
			.readTree(Files.readString(Path.of("..", "contracts", "iam-service", "presence.json")));

		JsonNode answer = read();

		assertThat(answer.propertyNames()).containsExactlyInAnyOrderElementsOf(promised.propertyNames());
		assertThat(promised.propertyNames())
			.allMatch((name) -> answer.path(name).getNodeType() == promised.path(name).getNodeType());
	}

	private List<Map<String, Object>> row(boolean enabled) {
		return List
			.of(Hospital.row("his-" + this.doctor.loginName(), this.hospital.institutionCode(), "enabled", enabled));
	}

	private String presence() {
		JsonNode answer = read();
		return answer.path("active").asBoolean() + " " + answer.path("from").asString();
	}

	private JsonNode read() {
		return this.api.get("/api/v1/users/" + this.doctor.id() + "/presence").expect(200).body();
	}

}
