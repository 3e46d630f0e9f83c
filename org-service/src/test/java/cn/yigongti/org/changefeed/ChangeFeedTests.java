package cn.yigongti.org.changefeed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import cn.yigongti.org.Api;
import cn.yigongti.platform.paging.Cursors;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A county with a hospital that leads a consortium, and two centres that are free. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ChangeFeedTests {

	private final RestTestClient http;

	private final Api administrator;

	private final JdbcClient jdbc;

	private final DataSource database;

	private final Cursors cursors;

	private final Flyway flyway;

	private final String county = Api.newCounty();

	private UUID hospital = UUID.randomUUID();

	private UUID centre = UUID.randomUUID();

	private UUID other = UUID.randomUUID();

	private UUID consortium = UUID.randomUUID();

	ChangeFeedTests(RestTestClient http, JdbcClient jdbc, DataSource database, Cursors cursors, Flyway flyway) {
		this.http = http;
		this.administrator = Api.administrator(http);
		this.jdbc = jdbc;
		this.database = database;
		this.cursors = cursors;
		this.flyway = flyway;
	}

	@BeforeEach
	void populate() {
		this.hospital = this.administrator.hospital(this.county);
		this.centre = this.administrator.townshipCentre(this.county, "102");
		this.other = this.administrator.townshipCentre(this.county, "103");
		this.consortium = this.administrator.consortium(this.county, this.hospital);
	}

	/** Other transactions on the same server may be older for a moment. */
	private List<UUID> whenSettled(Follower follower) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollDelay(Duration.ZERO)
			.until(follower::catchUp, (came) -> !came.isEmpty());
	}

	private Follower regulator() {
		return new Follower(Api.of(this.http, TestTokens.user().mayInRegion(this.county, "organization:read")));
	}

	private Follower caughtUp() {
		Follower follower = regulator();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			follower.catchUp();
			return follower.copy().size() == 3 && follower.copyOf(this.hospital).has("consortiumId");
		});
		return follower;
	}

	@Test
	void beginsWithTheWholeRegisterAndThenBringsOnlyWhatIsNew() {
		Follower follower = caughtUp();
		assertThat(follower.copy()).containsOnlyKeys(this.hospital, this.centre, this.other);
		assertThat(follower.catchUp()).isEmpty();
		this.administrator.patch("/organizations/" + this.centre, "*", Map.of("beds", 12)).expect(200);
		assertThat(whenSettled(follower)).containsExactly(this.centre);
		assertThat(follower.copyOf(this.centre)).isEqualTo(current(this.centre));
		assertThat(follower.catchUp()).isEmpty();
	}

	@Test
	void bringsEachOrganizationOnceAndTheLatestLast() {
		for (int beds = 1; beds <= 5; beds++) {
			this.administrator.patch("/organizations/" + this.hospital, "*", Map.of("beds", beds)).expect(200);
		}
		Follower follower = regulator();
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			Follower beginner = regulator();
			assertThat(beginner.catchUp()).containsExactly(this.centre, this.other, this.hospital);
		});
		follower.catchUp();
		assertThat(follower.copyOf(this.hospital).path("beds").asInt()).isEqualTo(5);
	}

	@Test
	void saysWhenThereIsMoreAndAlwaysWhereToGoOn() {
		caughtUp();
		Api regulator = Api.of(this.http, TestTokens.user().mayInRegion(this.county, "organization:read"));
		JsonNode first = regulator.get("/organizations/changes?limit=2").expect(200);
		assertThat(first.path("items").size()).isEqualTo(2);
		assertThat(first.path("more").asBoolean()).isTrue();
		JsonNode second = after(regulator, first);
		assertThat(second.path("items").size()).isEqualTo(1);
		assertThat(second.path("more").asBoolean()).isFalse();
		assertThat(second.path("items").get(0).path("changedAt").asString()).endsWith("Z");
		JsonNode third = after(regulator, second);
		assertThat(third.path("items").size()).isZero();
		assertThat(third.path("more").asBoolean()).isFalse();
		assertThat(after(regulator, third).path("items").size()).isZero();
	}

	@Test
	void joinsAndLeavesAndClosingsAreChanges() {
		Follower follower = caughtUp();
		this.administrator.join(this.consortium, this.centre, "2024-01-01").expect(201);
		assertThat(whenSettled(follower)).containsExactly(this.centre);
		this.administrator.delete("/consortia/" + this.consortium + "/members/" + this.centre + "?leftOn=2025-01-01");
		assertThat(whenSettled(follower)).containsExactly(this.centre);
		this.administrator
			.post("/organizations/" + this.centre + "/closure", Map.of("closedOn", "2025-06-01", "reason", "x"))
			.expect(200);
		assertThat(whenSettled(follower)).containsExactly(this.centre);
		assertThat(follower.copyOf(this.centre)).isEqualTo(current(this.centre));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "update organization set phone = '1' where id = ?",
			"update organization_edition set name = '甲' where organization_id = ?",
			"insert into membership values (gen_random_uuid(), 0, (select id from consortium order by id desc limit 1), ?, '2024-01-01')" })
	void noStatementGoesUnnoticed(String sql) {
		Follower follower = caughtUp();
		this.jdbc.sql(sql).param(this.centre).update();
		assertThat(whenSettled(follower)).containsExactly(this.centre);
	}

	@Test
	void aMembershipThatIsTakenBackIsAChange() {
		this.administrator.join(this.consortium, this.centre, "2024-01-01").expect(201);
		Follower follower = caughtUp();
		this.jdbc.sql("delete from membership where organization_id = ?").param(this.centre).update();
		assertThat(whenSettled(follower)).containsExactly(this.centre);
		assertThat(follower.copyOf(this.centre).has("consortiumId")).isFalse();
	}

	@Test
	void aChangeWaitsForOlderTransactionsThatAreStillUnderWay() throws SQLException {
		Follower follower = caughtUp();
		try (Connection older = this.database.getConnection()) {
			older.setAutoCommit(false);
			touch(older, this.centre);
			this.administrator.patch("/organizations/" + this.hospital, "*", Map.of("beds", 12)).expect(200);
			assertThat(follower.catchUp()).isEmpty();
			older.commit();
		}
		assertThat(whenSettled(follower)).containsExactly(this.centre, this.hospital);
	}

	@Test
	void whatIsRolledBackIsNoChange() throws SQLException {
		Follower follower = caughtUp();
		try (Connection connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			touch(connection, this.centre);
			connection.rollback();
		}
		this.administrator.patch("/organizations/" + this.hospital, "*", Map.of("beds", 12)).expect(200);
		assertThat(whenSettled(follower)).containsExactly(this.hospital);
	}

	private static void touch(Connection connection, UUID organization) throws SQLException {
		try (PreparedStatement update = connection
			.prepareStatement("update organization set version = version + 1 where id = ?")) {
			update.setObject(1, organization);
			update.executeUpdate();
		}
	}

	@Test
	void showsOnlyWhatTheCallerMaySee() {
		caughtUp();
		Follower doctor = new Follower(
				Api.of(this.http, TestTokens.user().mayInConsortium(this.consortium, "organization:read")));
		assertThat(doctor.catchUp()).containsExactly(this.hospital);
		this.administrator.join(this.consortium, this.centre, "2024-01-01").expect(201);
		assertThat(whenSettled(doctor)).containsExactly(this.centre);
		this.administrator.delete("/consortia/" + this.consortium + "/members/" + this.centre + "?leftOn=2025-01-01");
		caughtUp();
		assertThat(doctor.catchUp()).isEmpty();
		Follower stranger = new Follower(
				Api.of(this.http, TestTokens.user().mayInRegion(Api.newCounty(), "organization:read")));
		assertThat(stranger.catchUp()).isEmpty();
		assertThat(stranger.cursor()).isNotNull();
	}

	@Test
	void whoIsGrantedMoreBeginsAnew() {
		Follower follower = caughtUp();
		Api promoted = Api.of(this.http,
				TestTokens.user()
					.mayInRegion(this.county, "organization:read")
					.mayInRegion(Api.newCounty(), "organization:read"));
		promoted.get("/organizations/changes?after=" + follower.cursor()).expect(400, "invalid-cursor");
		Api sameInAnotherOrder = Api.of(this.http,
				TestTokens.user()
					.mayInRegion(this.county, "region:read")
					.mayInRegion(this.county, "organization:read", "region:read"));
		sameInAnotherOrder.get("/organizations/changes?after=" + follower.cursor()).expect(200);
	}

	@Test
	void aCursorFromAnotherDatabaseIsRefused() {
		Follower follower = caughtUp();
		String ahead = cursorAt(Long.toUnsignedString(-1L));
		regulatorApi().get("/organizations/changes?after=" + ahead).expect(400, "invalid-cursor");
		regulatorApi().get("/organizations/changes?after=" + cursorAt("1")).expect(200);
		regulatorApi().get("/organizations/changes?after=" + follower.cursor()).expect(200);
	}

	private Api regulatorApi() {
		return Api.of(this.http, TestTokens.user().mayInRegion(this.county, "organization:read"));
	}

	/** As the service signs them. */
	private String cursorAt(String transaction) {
		String reach = "[] [] [" + this.county + "] []";
		return this.cursors.encode("organization-changes:" + UUID.nameUUIDFromBytes(reach.getBytes(UTF_8)),
				new Position(transaction, this.centre).values());
	}

	@Test
	void aRestoredDumpIsShownAgain() {
		Follower follower = caughtUp();
		this.jdbc.sql("update organization_change set xid = '999999999999' where organization_id = ?")
			.param(this.centre)
			.update();
		assertThat(follower.catchUp()).isEmpty();
		this.flyway.migrate();
		assertThat(whenSettled(follower)).containsExactly(this.centre);
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=201", "limit=x" })
	void refusesALimitOutOfRange(String query) {
		JsonNode problem = this.administrator.get("/organizations/changes?" + query).expect(400);
		assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("/limit");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		this.administrator.get("/organizations/changes?after=forged").expect(400, "invalid-cursor");
		this.administrator.get("/organizations/changes?cursor=x").expect(400, "unknown-parameter");
	}

	private JsonNode current(UUID id) {
		return this.administrator.get("/organizations/" + id).expect(200);
	}

	private static JsonNode after(Api api, JsonNode page) {
		return api.get("/organizations/changes?after=" + page.path("nextCursor").asString()).expect(200);
	}

}
