package cn.yigongti.iam.usersync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.Hospital;
import cn.yigongti.iam.testing.IamTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is missing at their HIS. */
@IamTest
class ReconciliationTests {

	private final JdbcClient jdbc;

	private final SyncRuns runs;

	private final Place hospital;

	@Autowired
	ReconciliationTests(County county, JdbcClient jdbc, @LocalServerPort int port) {
		this.jdbc = jdbc;
		this.runs = new SyncRuns(county, jdbc, port);
		this.hospital = county.organization("500229", null);
	}

	@BeforeEach
	@AfterEach
	void nothingIsUnderWay() {
		this.runs.forget();
	}

	@Test
	void aFullRunDeactivatesWhoIsMissingAndAnOrdinaryOneDoesNot() {
		has(12);
		full("");
		has(10);

		this.runs.finished("{\"organizationId\": \"" + this.hospital.id() + "\"}");
		assertThat(this.runs.active(this.hospital.id())).hasSize(12);

		JsonNode run = full("");
		assertThat(run.path("deactivated").asInt()).isEqualTo(2);
		assertThat(run.path("vanished").asInt()).isEqualTo(2);
		assertThat(this.runs.active(this.hospital.id())).hasSize(10)
			.doesNotContain("login" + this.runs.prefix() + "11");
		assertThat(trail("user:deactivate", "login" + this.runs.prefix() + "11")).isEqualTo(1);
	}

	@Test
	void whoComesBackIsActiveAgain() {
		has(12);
		full("");
		has(11);
		full("");
		has(12);

		assertThat(full("").path("updated").asInt()).isEqualTo(1);
		assertThat(this.runs.active(this.hospital.id())).hasSize(12);
	}

	@Test
	void aDryRunTellsWhoIsMissingAndLeavesThem() {
		has(12);
		full("");
		has(11);

		assertThat(full(", \"dryRun\": true").path("deactivated").asInt()).isEqualTo(1);
		assertThat(this.runs.active(this.hospital.id())).hasSize(12);
	}

	@Test
	void aHisThatSuddenlyAnswersWithNobodyDeactivatesNobody() {
		has(5);
		full("");
		Hospital.has(List.of());

		JsonNode run = full("");

		assertThat(run.path("state").asString()).isEqualTo("FAILED");
		assertThat(run.path("reason").asString()).isEqualTo("too-many-vanished");
		assertThat(run.path("vanished").asInt()).isEqualTo(5);
		assertThat(run.path("deactivated").asInt()).isZero();
		assertThat(this.runs.active(this.hospital.id())).hasSize(5);
	}

	@Test
	void aListThatHasShrunkTooMuchIsBelievedOnlyWhenConfirmed() {
		has(60);
		full("");
		has(40);

		assertThat(full("").path("reason").asString()).isEqualTo("too-many-vanished");
		assertThat(full(", \"dryRun\": true").path("reason").asString()).isEqualTo("too-many-vanished");
		JsonNode confirmed = full(", \"confirmVanished\": true");

		assertThat(confirmed.path("state").asString()).isEqualTo("SUCCEEDED");
		assertThat(confirmed.path("deactivated").asInt()).isEqualTo(20);
		assertThat(this.runs.active(this.hospital.id())).hasSize(40);
	}

	@Test
	void newPeopleInPlaceOfAllOthersDoNotHideThatThoseAreGone() {
		has(15);
		full("");
		List<Map<String, Object>> others = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			others.add(Hospital.row("new" + this.runs.prefix() + i, this.hospital.institutionCode()));
		}
		Hospital.has(others);

		assertThat(full("").path("reason").asString()).isEqualTo("too-many-vanished");
	}

	@Test
	void aListThatMovedUnderTheReaderIsReadAgain() {
		List<Map<String, Object>> rows = rows(12);
		rows.add(rows.getFirst());
		Hospital.has(rows);

		JsonNode run = full("");

		assertThat(Hospital.askedSince()).hasSize(2);
		assertThat(run.path("fetched").asInt()).isEqualTo(13);
		assertThat(run.path("created").asInt()).isEqualTo(12);
	}

	@Test
	void leavesNothingBehind() {
		has(3);
		full("");

		assertThat(this.jdbc.sql("select count(*) from user_sync_row").query(Integer.class).single()).isZero();
	}

	private JsonNode full(String more) {
		return this.runs.finished("{\"organizationId\": \"" + this.hospital.id() + "\", \"full\": true" + more + "}");
	}

	private void has(int users) {
		Hospital.has(rows(users));
	}

	private List<Map<String, Object>> rows(int users) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < users; i++) {
			rows.add(Hospital.row(this.runs.prefix() + i, this.hospital.institutionCode()));
		}
		return rows;
	}

	private int trail(String action, String loginName) {
		UUID user = this.jdbc.sql("select id from users where login_name = :name")
			.param("name", loginName)
			.query(UUID.class)
			.single();
		return this.jdbc.sql("select count(*) from audit_event where action = :action and resource_id = :user")
			.param("action", action)
			.param("user", user.toString())
			.query(Integer.class)
			.single();
	}

}
