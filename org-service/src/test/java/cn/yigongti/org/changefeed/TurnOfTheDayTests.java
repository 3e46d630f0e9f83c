package cn.yigongti.org.changefeed;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.yigongti.org.Api;
import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.organization.OrganizationStatus;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.paging.Cursors;
import cn.yigongti.platform.test.ServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In ten days one centre closes, one is renamed, one joins and one leaves; nothing
 * happens to the last.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TurnOfTheDayTests {

	private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

	private final Api api;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Cursors cursors;

	private final String county = Api.newCounty();

	private final LocalDate day = LocalDate.now(CHINA).plusDays(10);

	private UUID closing = UUID.randomUUID();

	private UUID renamed = UUID.randomUUID();

	private UUID joining = UUID.randomUUID();

	private UUID leaving = UUID.randomUUID();

	TurnOfTheDayTests(RestTestClient http, JdbcClient jdbc, TransactionTemplate transaction, Cursors cursors) {
		this.api = Api.administrator(http);
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.cursors = cursors;
	}

	@BeforeEach
	void populate() {
		UUID consortium = this.api.consortium(this.county, this.api.hospital(this.county));
		this.closing = this.api.townshipCentre(this.county, "102");
		this.renamed = this.api.townshipCentre(this.county, "103");
		this.joining = this.api.townshipCentre(this.county, "104");
		this.leaving = this.api.townshipCentre(this.county, "105");
		this.api.townshipCentre(this.county, "106");
		this.api.post("/organizations/" + this.closing + "/closure", Map.of("closedOn", this.day, "reason", "x"))
			.expect(200);
		rename(this.renamed);
		this.api.join(consortium, this.joining, this.day.toString()).expect(201);
		this.api.join(consortium, this.leaving, "2024-01-01").expect(201);
		this.api.delete("/consortia/" + consortium + "/members/" + this.leaving + "?leftOn=" + this.day);
		noted(this.day.minusDays(1));
	}

	private void rename(UUID organization) {
		this.transaction.executeWithoutResult((_) -> {
			this.jdbc.sql("update organization_edition set until_on = :day where organization_id = :id")
				.param("day", this.day)
				.param("id", organization)
				.update();
			this.jdbc
				.sql("""
						insert into organization_edition (organization_id, from_on, name, short_name, type, tier, region_code)
						select organization_id, :day, '新名', short_name, type, tier, region_code from organization_edition
						where organization_id = :id""")
				.param("day", this.day)
				.param("id", organization)
				.update();
		});
	}

	private void noted(LocalDate until) {
		this.jdbc.sql("update calendar_turn set noted_until = :date").param("date", until).update();
	}

	private LocalDate noted() {
		return this.jdbc.sql("select noted_until from calendar_turn").query(LocalDate.class).single();
	}

	private TurnOfTheDay turnAt(LocalDate date, int hour, int minute) {
		return new TurnOfTheDay(this.jdbc, this.transaction, clockAt(date, hour, minute));
	}

	private static Clock clockAt(LocalDate date, int hour, int minute) {
		Instant instant = date.atTime(hour, minute).atZone(CHINA).toInstant();
		return Clock.fixed(instant, ZoneOffset.UTC);
	}

	/** Organizations of the county whose change is younger than this. */
	private Set<UUID> changedSince(String transaction) {
		return this.jdbc.sql("""
				select e.organization_id from organization_change c join organization_edition e using (organization_id)
				where e.region_code like :county || '%' and c.xid > cast(:transaction as xid8)""")
			.param("county", this.county)
			.param("transaction", transaction)
			.query(UUID.class)
			.set();
	}

	private String now() {
		return this.jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
	}

	@Test
	void notesWhatTheCalendarChangesAndNothingElse() {
		String before = now();
		turnAt(this.day, 12, 0).note();
		assertThat(changedSince(before)).containsExactlyInAnyOrder(this.closing, this.renamed, this.joining,
				this.leaving);
		assertThat(noted()).isEqualTo(this.day);
	}

	@Test
	void waitsAMinuteAfterMidnightInChinaSoThatAllClocksAgree() {
		String before = now();
		turnAt(this.day.minusDays(1), 23, 59).note();
		turnAt(this.day, 0, 0).note();
		assertThat(changedSince(before)).isEmpty();
		turnAt(this.day, 0, 1).note();
		assertThat(changedSince(before)).hasSize(4);
	}

	@Test
	void makesUpForDaysOnWhichTheServiceWasDown() {
		noted(this.day.minusDays(5));
		String before = now();
		turnAt(this.day.plusDays(3), 8, 0).note();
		assertThat(changedSince(before)).hasSize(4);
		assertThat(noted()).isEqualTo(this.day.plusDays(3));
	}

	@Test
	void notesADayOnceHoweverManyReplicasThereAre() throws Exception {
		String before = now();
		try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Object>> turns = List.of(turn(), turn(), turn(), turn());
			for (Future<Object> turn : replicas.invokeAll(turns)) {
				turn.get();
			}
		}
		assertThat(changedSince(before)).hasSize(4);
		String after = now();
		turnAt(this.day, 13, 0).note();
		assertThat(changedSince(after)).isEmpty();
	}

	private Callable<Object> turn() {
		return Executors.callable(() -> turnAt(this.day, 12, 0).note());
	}

	@Test
	void comesBackForAnOrganizationThatIsBeingChanged() {
		String before = now();
		TurnOfTheDay turn = turnAt(this.day, 12, 0);
		this.transaction.executeWithoutResult((_) -> {
			this.jdbc.sql("select id from organization where id = ? for share").param(this.joining).query().singleRow();
			noteInAnotherTransaction(turn);
		});
		assertThat(changedSince(before)).contains(this.closing).doesNotContain(this.joining);
		assertThat(noted()).isBefore(this.day);
		turn.note();
		assertThat(changedSince(before)).contains(this.joining);
		assertThat(noted()).isEqualTo(this.day);
	}

	private static void noteInAnotherTransaction(TurnOfTheDay turn) {
		try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
			other.submit(turn::note).get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void followersReadWhatIsTrueFromThatDayOn() {
		turnAt(this.day, 12, 0).note();
		ChangeFeed feed = new ChangeFeed(this.jdbc, this.cursors, new Today(clockAt(this.day, 12, 0)));
		Caller regulator = new Caller("1", Caller.Kind.USER, null, null, true,
				List.of(new Grant("R", ScopeType.REGION, this.county, Set.of("organization:read"))));
		Awaitility.await().untilAsserted(() -> {
			List<ChangedOrganization> latest = feed.read(regulator, null, 200).items().reversed().subList(0, 4);
			assertThat(latest).extracting((change) -> change.organization().id())
				.containsExactlyInAnyOrder(this.closing, this.renamed, this.joining, this.leaving);
			assertThat(latest).allSatisfy((change) -> {
				var organization = change.organization();
				assertThat(organization.status() == OrganizationStatus.CLOSED)
					.isEqualTo(organization.id().equals(this.closing));
				assertThat(organization.particulars().standing().name().equals("新名"))
					.isEqualTo(organization.id().equals(this.renamed));
				assertThat(organization.consortiumId() != null).isEqualTo(organization.id().equals(this.joining));
			});
		});
	}

}
