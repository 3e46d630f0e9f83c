package cn.yigongti.iam.usersync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.Hospital;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Runs of many replicas: left behind, cancelled, begun by the clock. */
@IamTest
class TakeOverTests {

	private final JdbcClient jdbc;

	private final UserSyncs syncs;

	private final TransactionTemplate transaction;

	private final MovableClock clock;

	private final SyncRuns runs;

	private final Place hospital;

	@Autowired
	TakeOverTests(County county, JdbcClient jdbc, UserSyncs syncs, TransactionTemplate transaction, MovableClock clock,
			@LocalServerPort int port) {
		this.jdbc = jdbc;
		this.syncs = syncs;
		this.transaction = transaction;
		this.clock = clock;
		this.runs = new SyncRuns(county, jdbc, port);
		this.hospital = county.organization("500229", null);
	}

	@BeforeEach
	@AfterEach
	void nothingIsUnderWay() {
		this.clock.reset();
		this.runs.forget();
	}

	@Test
	void goesOnWhereAReplicaHasDied() {
		has(700);
		this.runs.finished("{\"dryRun\": true}");
		UUID run = leftBehind("now() - interval '1 second'");

		JsonNode ended = this.runs.finished(this.runs.administrator().get("/api/v1/user-syncs/" + run));

		assertThat(ended.path("state").asString()).isEqualTo("SUCCEEDED");
		assertThat(ended.path("fetched").asInt()).as("500 before, 200 now").isEqualTo(700);
		assertThat(ended.path("created").asInt()).as("the first page is not read again").isEqualTo(200);
	}

	@Test
	void leavesAloneWhatAnotherReplicaIsAtWorkOn() {
		has(1);
		UUID run = leftBehind("now() + interval '1 hour'");
		UUID waiting = UUID.randomUUID();
		insertRun(waiting, this.hospital.id());
		insertPart(waiting, "WAITING", null, "null");
		UUID elsewhere = UUID.randomUUID();
		insertRun(elsewhere, UUID.randomUUID());
		insertPart(elsewhere, "http://localhost:1", "WAITING", null, "null");

		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.runs.administrator()
				.get("/api/v1/user-syncs/" + elsewhere)
				.text("state")
				.equals("FAILED"));

		assertThat(state(run)).isEqualTo("RUNNING");
		assertThat(state(waiting)).as("one at a time for each HIS").isEqualTo("WAITING");
	}

	@Test
	void aCancelledRunStopsAndKeepsWhatItHasTaken() {
		has(1_500);
		Hospital.takesItsTime(700);
		Answer begun = this.runs.begin("{}");
		String path = "/api/v1/user-syncs/" + begun.text("id");
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.runs.administrator().get(path).body().path("fetched").asInt() > 0);

		Answer cancelled = this.runs.administrator().post(path + "/cancellation", "").expect(200);

		assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
		Hospital.takesItsTime(0);
		assertThat(this.runs.finished("{\"dryRun\": true}").path("unchanged").asInt())
			.isEqualTo(this.runs.administrator().get(path).body().path("created").asInt())
			.isBetween(500, 1_000);
		this.runs.administrator().post(path + "/cancellation", "").refused(409, "user-sync-ended");
	}

	@Test
	void listsRunsAndPagesThroughTheirFailures() {
		Hospital.has(List.of(Hospital.row(this.runs.prefix() + 1, "NOWHERE"), Hospital.row(this.runs.prefix() + 2, "X"),
				Hospital.row(this.runs.prefix() + 3, "Y")));
		JsonNode run = this.runs.finished("{}");
		String path = "/api/v1/user-syncs/" + run.path("id").asString() + "/failures?limit=2";

		JsonNode first = this.runs.administrator().get(path).expect(200).body();
		JsonNode second = this.runs.administrator()
			.get(path + "&cursor=" + first.path("nextCursor").asString())
			.expect(200)
			.body();

		assertThat(first.path("total").asInt()).isEqualTo(3);
		assertThat(first.path("items").size()).isEqualTo(2);
		assertThat(second.path("items").path(0).path("row").asInt()).isEqualTo(3);
		JsonNode list = this.runs.administrator().get("/api/v1/user-syncs?state=SUCCEEDED").expect(200).body();
		assertThat(list.path("items").path(0).path("id")).isEqualTo(run.path("id"));
		assertThat(list.path("items").path(0).path("failed").asInt()).isEqualTo(3);
		assertThat(this.runs.administrator().get("/api/v1/user-syncs?state=FAILED").body().path("total").asInt())
			.isZero();
	}

	@Test
	void theClockBeginsOneRunOnHoweverManyReplicas() {
		Hospital.has(List.of());
		List<SyncSchedule> replicas = List.of(hourly(), hourly());
		replicas.forEach(SyncSchedule::beginWhatIsDue);
		assertThat(scheduled()).isZero();

		this.clock.advance(Duration.ofMinutes(61));
		replicas.forEach(SyncSchedule::beginWhatIsDue);
		await().atMost(Duration.ofSeconds(30)).until(() -> this.syncs.lastScheduled(false).isPresent() && !isRunning());
		replicas.forEach(SyncSchedule::beginWhatIsDue);

		assertThat(scheduled()).isOne();
	}

	private SyncSchedule hourly() {
		UserSyncProperties properties = new UserSyncProperties("0 0 * * * *", "-", Duration.ofMinutes(10), 20, 2,
				Duration.ofMinutes(1), Duration.ofDays(90));
		return new SyncSchedule(this.syncs, properties, this.transaction, (event) -> {
		}, this.clock);
	}

	private int scheduled() {
		return this.jdbc.sql("select count(*) from user_sync where requested_by = 'user-sync-schedule'")
			.query(Integer.class)
			.single();
	}

	private boolean isRunning() {
		return this.jdbc.sql("select exists (select from user_sync where state = 'RUNNING')")
			.query(Boolean.class)
			.single();
	}

	private UUID leftBehind(String leasedUntil) {
		UUID run = UUID.randomUUID();
		insertRun(run, null);
		insertPart(run, Hospital.address(), "RUNNING", UUID.randomUUID(), leasedUntil);
		this.jdbc.sql("update user_sync_part set page = 1, rows = 500, fetched = 500 where sync_id = :run")
			.param("run", run)
			.update();
		return run;
	}

	private void insertRun(UUID run, @Nullable UUID organization) {
		this.jdbc
			.sql("""
					insert into user_sync (id, organization_id, dry_run, state, requested_by, requester_kind, reach, planned,
						started_at)
					values (:id, :organization, false, 'RUNNING', 'somebody', 'USER',
						'{"all": true, "organizations": [], "consortia": [], "regions": []}', true, now())""")
			.param("id", run)
			.param("organization", organization)
			.update();
	}

	private void insertPart(UUID run, String state, @Nullable UUID runner, String leasedUntil) {
		insertPart(run, Hospital.address(), state, runner, leasedUntil);
	}

	private void insertPart(UUID run, String source, String state, @Nullable UUID runner, String leasedUntil) {
		this.jdbc.sql("""
				insert into user_sync_part (id, sync_id, source, state, runner, leased_until, started_at)
				values (:run, :run, :source, :state, :runner, %s, now())""".formatted(leasedUntil))
			.param("run", run)
			.param("source", source)
			.param("state", state)
			.param("runner", runner)
			.update();
	}

	private String state(UUID run) {
		return this.jdbc.sql("select state from user_sync_part where sync_id = :run")
			.param("run", run)
			.query(String.class)
			.single();
	}

	private void has(int users) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < users; i++) {
			rows.add(Hospital.row(this.runs.prefix() + i, this.hospital.institutionCode()));
		}
		Hospital.has(rows);
	}

}
