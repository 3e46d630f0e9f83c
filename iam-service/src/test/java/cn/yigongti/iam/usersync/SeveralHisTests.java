package cn.yigongti.iam.usersync;

import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.Hospital;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.caller.ScopeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Organizations with different HIS, and people who move between organizations. */
@IamTest
class SeveralHisTests {

	private final County county;

	private final People people;

	private final JdbcClient jdbc;

	private final SyncRuns runs;

	private final UUID consortium;

	private final Place hospital;

	private final Place other;

	@Autowired
	SeveralHisTests(County county, People people, JdbcClient jdbc, @LocalServerPort int port) {
		this.county = county;
		this.people = people;
		this.jdbc = jdbc;
		this.runs = new SyncRuns(county, jdbc, port);
		this.consortium = county.consortium("500229");
		this.hospital = county.organization("500229", this.consortium);
		this.other = county.organization("500229", this.consortium);
	}

	@BeforeEach
	@AfterEach
	void nothingIsUnderWay() {
		this.runs.forget();
	}

	@Test
	void asksEachHisForItsOwnOrganizations() {
		Hospital.has(List.of(Hospital.row("1", this.hospital.institutionCode(), "loginName", "a" + this.runs.prefix()),
				Hospital.row("2", this.other.institutionCode(), "loginName", "b" + this.runs.prefix())));
		Hospital.another("own",
				List.of(Hospital.row("1", this.other.institutionCode(), "loginName", "c" + this.runs.prefix()),
						Hospital.row("3", this.hospital.institutionCode(), "loginName", "d" + this.runs.prefix())));
		this.county.configures(this.other, Hospital.address("own"));

		JsonNode run = this.runs.finished("{}");

		assertThat(run.path("state").asString()).isEqualTo("SUCCEEDED");
		assertThat(run.path("sources").valueStream().map((source) -> source.path("url").asString()))
			.containsExactlyInAnyOrder(Hospital.address(), Hospital.address("own"));
		assertThat(this.runs.failuresOf(run)).containsExactlyInAnyOrder("2 organization-of-another-his",
				"3 organization-of-another-his");
		assertThat(this.runs.active(this.hospital.id())).containsExactly("a" + this.runs.prefix());
		assertThat(this.runs.active(this.other.id())).as("two people with the same id, each in their HIS")
			.containsExactly("c" + this.runs.prefix());
	}

	@Test
	void aHisThatIsDownKeepsNoOtherFromBeingRead() {
		Hospital.has(List.of(Hospital.row(this.runs.prefix(), this.hospital.institutionCode())));
		this.county.configures(this.other, Hospital.address("down"));

		JsonNode run = this.runs.finished("{}");

		assertThat(run.path("state").asString()).isEqualTo("FAILED");
		assertThat(run.path("reason").asString()).isEqualTo("cloud-his-refused");
		assertThat(this.runs.active(this.hospital.id())).hasSize(1);
	}

	@Test
	void anOrganizationWithANewHisKeepsTheAccountsThatHisNamesAndLosesTheOthers() {
		Hospital.has(List.of(Hospital.row(this.runs.prefix() + 1, this.other.institutionCode()),
				Hospital.row(this.runs.prefix() + 2, this.other.institutionCode())));
		this.runs.finished("{}");
		UUID before = id("login" + this.runs.prefix() + 1);
		var same = Hospital.row("n1", this.other.institutionCode(), "loginName", "login" + this.runs.prefix() + 1);
		same.put("name", "王" + this.runs.prefix() + 1);
		Hospital.another("new", List.of(same));
		this.county.configures(this.other, Hospital.address("new"));

		JsonNode run = this.runs.finished("{\"organizationId\": \"" + this.other.id() + "\", \"full\": true}");

		assertThat(run.path("updated").asInt()).isEqualTo(1);
		assertThat(run.path("vanished").asInt()).isEqualTo(1);
		assertThat(this.runs.active(this.other.id())).containsExactly("login" + this.runs.prefix() + 1);
		assertThat(id("login" + this.runs.prefix() + 1)).isEqualTo(before);
	}

	@Test
	void whoLeavesAHospitalLosesWhatTheyHeldForIt() {
		Place outside = this.county.organization("500229", null);
		Person doctor = this.people.doctor(this.hospital);
		this.people.grant(doctor, "DOCTOR", ScopeType.ORGANIZATION, this.hospital.id().toString());
		this.people.grant(doctor, "DOCTOR", ScopeType.ORGANIZATION, this.other.id().toString());
		this.people.grant(doctor, "DOCTOR", ScopeType.CONSORTIUM, this.consortium.toString());
		this.people.grant(doctor, "DOCTOR", ScopeType.REGION, "500229");

		moves(doctor, this.other);
		assertThat(scopesOf(doctor)).containsExactlyInAnyOrder(this.other.id().toString(), this.consortium.toString(),
				"500229");

		moves(doctor, outside);
		assertThat(scopesOf(doctor)).containsExactly("500229");
		assertThat(this.jdbc.sql("select count(*) from audit_event where action = 'grant:end' and resource_id = :user")
			.param("user", doctor.id().toString())
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	private void moves(Person doctor, Place to) {
		Hospital.has(List
			.of(Hospital.row("his-" + doctor.loginName(), to.institutionCode(), "loginName", doctor.loginName())));
		this.runs.finished("{}");
	}

	private List<String> scopesOf(Person doctor) {
		return this.jdbc.sql("select scope_id from role_grant where user_id = :id")
			.param("id", doctor.id())
			.query(String.class)
			.list();
	}

	private UUID id(String loginName) {
		return this.jdbc.sql("select id from users where login_name = :name")
			.param("name", loginName)
			.query(UUID.class)
			.single();
	}

}
