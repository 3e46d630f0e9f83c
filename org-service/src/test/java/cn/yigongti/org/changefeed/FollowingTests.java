package cn.yigongti.org.changefeed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A follower must end with what the register says, however many write at once and in
 * whatever order they commit.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FollowingTests {

	private static final int WRITERS = 3;

	private static final int EACH = 8;

	private final Api administrator;

	private final Follower follower;

	private final DataSource database;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final String county = Api.newCounty();

	private final List<UUID> centres = new ArrayList<>();

	FollowingTests(RestTestClient http, DataSource database, JdbcClient jdbc, TransactionTemplate transaction) {
		this.administrator = Api.administrator(http);
		this.follower = new Follower(Api.of(http, TestTokens.user().mayInRegion(this.county, "organization:read")));
		this.database = database;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@BeforeEach
	void populate() {
		IntStream.range(0, WRITERS * EACH)
			.forEach((_) -> this.centres.add(this.administrator.townshipCentre(this.county, "102")));
	}

	/**
	 * Each writer has several transactions open at a time, each with a change in it, and
	 * ends them in any order, one in four by a rollback.
	 */
	@Test
	void missesNothingWhenTransactionsCommitOutOfOrder() throws Exception {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> writers = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				Random random = new Random(writer);
				List<UUID> own = this.centres.subList(writer * EACH, (writer + 1) * EACH);
				writers.add(executor.submit(() -> write(random, own)));
			}
			while (!writers.stream().allMatch(Future::isDone)) {
				this.follower.catchUp();
			}
			for (Future<?> writer : writers) {
				writer.get();
			}
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			this.follower.catchUp();
			assertThat(this.follower.copy()).isEqualTo(register());
		});
	}

	private Object write(Random random, List<UUID> own) throws SQLException {
		Deque<UUID> idle = new ArrayDeque<>(own);
		List<OpenChange> open = new ArrayList<>();
		for (int i = 1; i <= 120; i++) {
			UUID next = (open.size() < 3) ? idle.poll() : null;
			if (next != null) {
				open.add(OpenChange.of(this.database, next, i));
			}
			if (open.size() == 3 || (next == null && !open.isEmpty())) {
				OpenChange ending = open.remove(random.nextInt(open.size()));
				ending.end(random.nextInt(4) > 0);
				idle.add(ending.organization());
			}
		}
		for (OpenChange left : open) {
			left.end(true);
		}
		return own;
	}

	/** A transaction that has changed an organization and is not over. */
	private record OpenChange(Connection connection, UUID organization) {

		static OpenChange of(DataSource database, UUID organization, int beds) throws SQLException {
			Connection connection = database.getConnection();
			connection.setAutoCommit(false);
			try (PreparedStatement update = connection
				.prepareStatement("update organization set beds = ?, version = version + 1 where id = ?")) {
				update.setInt(1, beds);
				update.setObject(2, organization);
				update.executeUpdate();
			}
			return new OpenChange(connection, organization);
		}

		void end(boolean commit) throws SQLException {
			try (this.connection) {
				if (commit) {
					this.connection.commit();
				}
				else {
					this.connection.rollback();
				}
			}
		}

	}

	/**
	 * Bulk joins from both ends, leaves, and the calendar, which touches all of them
	 * again and again.
	 */
	@Test
	void nobodyWaitsForeverWhileTheCalendarTurns() throws Exception {
		UUID one = this.administrator.consortium(this.county, this.administrator.hospital(this.county));
		UUID other = this.administrator.consortium(this.county, this.administrator.hospital(this.county));
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> members = executor.submit(() -> joinAndLeave(executor, one, other));
			while (!members.isDone()) {
				this.jdbc.sql("update calendar_turn set noted_until = '2023-12-31'").update();
				new TurnOfTheDay(this.jdbc, this.transaction, Clock.systemUTC()).note();
				this.follower.catchUp();
			}
			members.get();
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			this.follower.catchUp();
			assertThat(this.follower.copy()).isEqualTo(register());
		});
	}

	private Object joinAndLeave(ExecutorService executor, UUID one, UUID other) throws Exception {
		LocalDate date = LocalDate.of(2024, 1, 1);
		for (int round = 0; round < 8; round++) {
			LocalDate joinedOn = date.plusDays(2L * round);
			List<Future<Integer>> joins = executor.invokeAll(List.of(() -> joinAll(one, this.centres, joinedOn),
					() -> joinAll(other, this.centres.reversed(), joinedOn)));
			List<Integer> answers = List.of(joins.get(0).get(), joins.get(1).get());
			assertThat(answers).containsExactlyInAnyOrder(201, 409);
			UUID winner = (answers.getFirst() == 201) ? one : other;
			List<Callable<Integer>> leaves = this.centres.stream()
				.<Callable<Integer>>map((centre) -> () -> leave(winner, centre, joinedOn.plusDays(1)))
				.toList();
			for (Future<Integer> leave : executor.invokeAll(leaves)) {
				assertThat(leave.get()).isBetween(200, 204);
			}
		}
		return date;
	}

	private int joinAll(UUID consortium, List<UUID> organizations, LocalDate joinedOn) {
		Api.Answer answer = this.administrator.post("/consortia/" + consortium + "/members",
				Map.of("organizationIds", organizations, "joinedOn", joinedOn));
		assertThat(answer.text()).doesNotContain("concurrent-change");
		return answer.status();
	}

	private int leave(UUID consortium, UUID organization, LocalDate leftOn) {
		return this.administrator.delete("/consortia/" + consortium + "/members/" + organization + "?leftOn=" + leftOn)
			.status();
	}

	private Map<UUID, JsonNode> register() {
		Map<UUID, JsonNode> register = new HashMap<>();
		this.administrator.get("/organizations?limit=200&regionCode=" + this.county)
			.expect(200)
			.path("items")
			.forEach((item) -> register.put(UUID.fromString(item.path("id").asString()), item));
		return register;
	}

}
