package cn.yigongti.iam.usersync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.Hospital;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import cn.yigongti.platform.test.TestTokens;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IamTest
class UserSyncTests {

	private static final String[] ALL = { "user-sync:read", "user-sync:write", "user:read" };

	private final County county;

	private final JdbcClient jdbc;

	private final MovableClock clock;

	private final int port;

	private final Api administrator;

	private final Place hospital;

	private final String prefix = UUID.randomUUID().toString().substring(0, 8);

	@Autowired
	UserSyncTests(County county, JdbcClient jdbc, MovableClock clock, @LocalServerPort int port) {
		this.county = county;
		this.jdbc = jdbc;
		this.clock = clock;
		this.port = port;
		this.hospital = county.organization("500229", county.consortium("500229"));
		this.administrator = new Api(port, TestTokens.user().mayEverywhere(ALL).bearer());
	}

	@BeforeEach
	@AfterEach
	void nothingIsUnderWay() {
		this.clock.reset();
		this.county.isUp();
		this.county.configuresNothing();
		Hospital.takesItsTime(0);
		this.jdbc.sql("delete from user_sync").update();
		this.jdbc.sql("delete from his_source").update();
	}

	@Test
	void bringsTheStaffOfTheHisPageByPage() {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < 1_203; i++) {
			rows.add(Hospital.row(this.prefix + i, this.hospital.institutionCode()));
		}
		Hospital.has(rows);

		JsonNode run = finished(begin("{}"));

		assertThat(run.path("state").asString()).isEqualTo("SUCCEEDED");
		assertThat(run.path("fetched").asInt()).isEqualTo(1_203);
		assertThat(run.path("created").asInt()).isEqualTo(1_203);
		JsonNode users = this.administrator.get("/api/v1/users?organizationId=" + this.hospital.id()).body();
		assertThat(users.path("total").asInt()).isEqualTo(1_203);
		JsonNode user = users.path("items").path(0);
		assertThat(user.path("mobile").asString()).isEqualTo("139****0001");
		assertThat(user.path("department").path("name").asString()).isEqualTo("内科");
		assertThat(user.path("activated").asBoolean()).isFalse();
		assertThat(stored("mobile")).startsWith("1:");
	}

	@Test
	void theNextRunChangesOnlyWhatChanged() {
		String org = this.hospital.institutionCode();
		Hospital.has(List.of(Hospital.row(this.prefix + 1, org), Hospital.row(this.prefix + 2, org),
				Hospital.row(this.prefix + 3, org)));
		finished(begin("{}"));
		Hospital.has(List.of(Hospital.row(this.prefix + 1, org), Hospital.row(this.prefix + 2, org, "title", "主任医师"),
				Hospital.row(this.prefix + 3, org, "enabled", false), Hospital.row(this.prefix + 4, org)));

		JsonNode run = finished(begin("{}"));

		assertThat(run.path("created").asInt()).isEqualTo(1);
		assertThat(run.path("updated").asInt()).isEqualTo(1);
		assertThat(run.path("deactivated").asInt()).isEqualTo(1);
		assertThat(run.path("unchanged").asInt()).isEqualTo(1);
		JsonNode inactive = this.administrator.get("/api/v1/users?status=INACTIVE&organizationId=" + this.hospital.id())
			.body();
		assertThat(inactive.path("items").path(0).path("loginName").asString()).isEqualTo("login" + this.prefix + 3);
	}

	@Test
	void aDryRunTellsAndDoesNothing() {
		Hospital.has(List.of(Hospital.row(this.prefix + 1, this.hospital.institutionCode())));

		JsonNode run = finished(begin("{\"dryRun\": true}"));

		assertThat(run.path("created").asInt()).isEqualTo(1);
		assertThat(this.administrator.get("/api/v1/users?organizationId=" + this.hospital.id())
			.body()
			.path("total")
			.asInt()).isZero();
	}

	@Test
	void aDryRunFindsWhatARealOneWould() {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			rows.add(Hospital.row(this.prefix + i, this.hospital.institutionCode()));
		}
		rows.add(Hospital.row(this.prefix + 500, this.hospital.institutionCode(), "loginName",
				"LOGIN" + this.prefix + 7));
		Hospital.has(rows);

		for (String options : List.of("{\"dryRun\": true}", "{}")) {
			JsonNode run = finished(begin(options));

			assertThat(run.path("created").asInt()).isEqualTo(500);
			assertThat(run.path("failed").asInt()).as("a login name that the page before has taken").isEqualTo(1);
		}
	}

	@Test
	void reportsRowsThatCanNotBeAndTakesTheOthers() {
		String org = this.hospital.institutionCode();
		Hospital.has(List.of(Hospital.row(this.prefix + 1, "NOWHERE"),
				Hospital.row(this.prefix + 2, org, "staffType", "JANITOR"), Hospital.row(this.prefix + 3, org),
				Hospital.row(this.prefix + 4, org, "loginName", "LOGIN" + this.prefix + 3)));

		JsonNode run = finished(begin("{}"));

		assertThat(run.path("state").asString()).isEqualTo("SUCCEEDED");
		assertThat(run.path("created").asInt()).isEqualTo(1);
		assertThat(run.path("failed").asInt()).isEqualTo(3);
		JsonNode failures = this.administrator.get("/api/v1/user-syncs/" + run.path("id").asString() + "/failures")
			.expect(200)
			.body();
		assertThat(failures.path("items")
			.valueStream()
			.map((failure) -> failure.path("row").asInt() + " " + failure.path("field").asString() + " "
					+ failure.path("code").asString()))
			.containsExactly("1 orgCode unknown-organization", "2 staffType staff-type",
					"4 loginName duplicate-login-name");
		assertThat(failures.path("items").path(1).path("detail").asString()).isEqualTo("未知的人员类别");
	}

	@Test
	void aHisThatBreaksOffLeavesWhatWasTakenAndSaysWhy() {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < 600; i++) {
			rows.add(Hospital.row(this.prefix + i, this.hospital.institutionCode()));
		}
		Hospital.has(rows);
		Hospital.answers(1, WireMock.serverError());

		JsonNode run = finished(begin("{}"));

		assertThat(run.path("state").asString()).isEqualTo("FAILED");
		assertThat(run.path("reason").asString()).isEqualTo("cloud-his-failed");
		assertThat(run.path("reasonDetail").asString()).isEqualTo("Cloud HIS 返回错误");
		assertThat(run.path("created").asInt()).isEqualTo(500);
		assertThat(this.administrator.get("/api/v1/users?organizationId=" + this.hospital.id())
			.body()
			.path("total")
			.asInt()).isEqualTo(500);
	}

	@Test
	void goesByTheLastKnownRegisterWhileOrgServiceIsDown() {
		Hospital.has(List.of(Hospital.row(this.prefix + 1, this.hospital.institutionCode())));
		finished(begin("{}"));
		Hospital.has(List.of(Hospital.row(this.prefix + 2, this.hospital.institutionCode())));
		this.county.isDown();

		JsonNode run = finished(begin("{}"));

		assertThat(run.path("state").asString()).isEqualTo("SUCCEEDED");
		assertThat(run.path("created").asInt()).isEqualTo(1);
	}

	@Test
	void anAdministratorOfOneConsortiumSynchronisesNoOther() {
		Place elsewhere = this.county.organization("500238", this.county.consortium("500238"));
		Hospital.has(List.of(Hospital.row(this.prefix + 1, this.hospital.institutionCode()),
				Hospital.row(this.prefix + 2, elsewhere.institutionCode())));
		Api local = new Api(this.port,
				TestTokens.user().mayInConsortium(Objects.requireNonNull(this.hospital.consortiumId()), ALL).bearer());

		local.post("/api/v1/user-syncs", "{\"organizationId\": \"" + elsewhere.id() + "\"}").refused(422, "invalid");
		JsonNode run = finished(local, local.post("/api/v1/user-syncs", "{}").expect(202));

		assertThat(run.path("created").asInt()).isEqualTo(1);
		assertThat(run.path("failed").asInt()).isZero();
		Api stranger = new Api(this.port, TestTokens.user().mayInRegion("500238", ALL).bearer());
		stranger.get("/api/v1/user-syncs/" + run.path("id").asString()).refused(404, "not-found");
	}

	@Test
	void oneRunAtATime() {
		UUID running = UUID.randomUUID();
		this.jdbc.sql("""
				insert into user_sync (id, dry_run, state, requested_by, requester_kind, reach, planned, started_at)
				values (:id, false, 'RUNNING', 'somebody', 'USER', '{}', true, now())""").param("id", running).update();

		for (String body : List.of("{}", "{\"organizationId\": \"" + this.hospital.id() + "\"}")) {
			Answer refused = this.administrator.post("/api/v1/user-syncs", body);
			refused.refused(409, "user-sync-running");
			assertThat(refused.text("running")).isEqualTo("/api/v1/user-syncs/" + running);
		}
	}

	@Test
	void theSameRequestTwiceIsOneRun() {
		Hospital.has(List.of(Hospital.row(this.prefix + 1, this.hospital.institutionCode())));
		String key = UUID.randomUUID().toString();

		Answer first = this.administrator.post("/api/v1/user-syncs", "{}", "Idempotency-Key", key).expect(202);
		Answer second = this.administrator.post("/api/v1/user-syncs", "{}", "Idempotency-Key", key).expect(202);

		assertThat(second.text("id")).isEqualTo(first.text("id"));
		finished(first);
	}

	private Answer begin(String json) {
		return this.administrator.post("/api/v1/user-syncs", json).expect(202);
	}

	private JsonNode finished(Answer begun) {
		return finished(this.administrator, begun);
	}

	private JsonNode finished(Api api, Answer begun) {
		String location = begun.response().headers().firstValue("Location").orElseThrow();
		return await().atMost(Duration.ofSeconds(60))
			.until(() -> api.get(location).expect(200).body(),
					(run) -> !run.path("state").asString().equals("RUNNING"));
	}

	private String stored(String column) {
		return this.jdbc.sql("select " + column + " from users where organization_id = :id limit 1")
			.param("id", this.hospital.id())
			.query(String.class)
			.single();
	}

}
