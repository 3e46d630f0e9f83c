package cn.yigongti.org.organizationimport.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.yigongti.org.organizationimport.ImportApi;
import cn.yigongti.org.organizationimport.ImportOptions;
import cn.yigongti.org.organizationimport.ImportProperties;
import cn.yigongti.org.organizationimport.Imports;
import cn.yigongti.org.organizationimport.OrganizationImport;
import cn.yigongti.org.organizationimport.Submitter;
import cn.yigongti.org.organizationimport.Table;
import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.org.organizationimport.row.ImportRows;
import cn.yigongti.org.organizationimport.submission.Submission;
import cn.yigongti.org.organizationimport.submission.SubmitImport;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.test.ServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Imports on several replicas, some of which die. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ImportRunTests {

	private static final List<Grant> GRANTS = List
		.of(new Grant("TEST", ScopeType.ALL, null, Set.of(ImportApi.permissions())));

	private final ImportApi imports;

	private final SubmitImport submission;

	private final Imports known;

	private final RunImport importing;

	private final ImportWorker otherReplica;

	private final JdbcClient jdbc;

	private final DataSource database;

	private final TransactionTemplate transaction;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	ImportRunTests(RestTestClient http, SubmitImport submission, Imports known, RunImport importing, Runs runs,
			ImportRows rows, ImportProperties properties, JdbcClient jdbc, DataSource database,
			TransactionTemplate transaction) {
		this.imports = ImportApi.everywhere(http);
		this.submission = submission;
		this.known = known;
		this.importing = importing;
		this.otherReplica = new ImportWorker(runs, importing, rows, properties, transaction);
		this.jdbc = jdbc;
		this.database = database;
		this.transaction = transaction;
	}

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void isTakenOverFromAReplicaThatHasDiedAndDoneOnce() {
		Table county = Table.county();
		Run dead = taken(county.as(Table.CSV), false);
		this.jdbc.sql("""
				insert into organization_import_row (import_id, line, cells, turn, name, outcome, organization_id)
				values (:id, 2, '[]', 0, '人民医院', 'ACCEPTED', :id), (:id, 999, '[]', 0, '没有这一行', 'REJECTED', null)""")
			.param("id", dead.id())
			.update();
		assertThat(this.imports.read(dead.id()).path("state").asString()).isEqualTo("RUNNING");
		expireLease(dead.id());
		JsonNode over = await(dead.id());
		assertThat(over.path("state").asString()).isEqualTo("SUCCEEDED");
		assertThat(over.path("rows").asInt()).isEqualTo(232);
		assertThat(over.path("applied").asInt()).isEqualTo(232);
		assertThat(registered(county)).isEqualTo(232);
	}

	@Test
	void beginsAnewWhenItsConnectionBreaks() throws SQLException {
		Table county = Table.county();
		UUID id;
		try (Connection rival = rival(county.code("500229102202"))) {
			id = submit(county);
			awaitClash(1);
			assertThat(this.imports.read(id).path("checked").asInt()).isBetween(1, 231);
			this.jdbc.sql("select pg_terminate_backend(:pid)").param("pid", clashing().getFirst()).query().listOfRows();
			rival.rollback();
		}
		JsonNode over = await(id);
		assertThat(over.path("state").asString()).isEqualTo("SUCCEEDED");
		assertThat(registered(county)).isEqualTo(232);
	}

	@Test
	void appliesNothingOnceAnotherReplicaHasTakenOver() throws SQLException {
		Table county = Table.county();
		UUID id;
		try (Connection rival = rival(county.code("500229102202"))) {
			id = submit(county);
			awaitClash(1);
			UUID other = UUID.randomUUID();
			this.jdbc.sql(
					"update organization_import set runner = :other, leased_until = now() + interval '1 hour' where id = :id")
				.param("other", other)
				.param("id", id)
				.update();
			rival.rollback();
		}
		Awaitility.await().until(() -> openTransactions() == 0);
		assertThat(registered(county)).isZero();
		assertThat(this.imports.read(id).path("state").asString()).isEqualTo("RUNNING");
		expireLease(id);
		assertThat(await(id).path("applied").asInt()).isEqualTo(232);
	}

	@Test
	void rejectsWhatAnotherImportHasRegisteredAtTheSameTime() throws Exception {
		Table first = new Table().add("甲医院", "A100", "500229", "1", "").add("乙医院", "A100", "500229", "2", "");
		UUID firstId;
		UUID secondId;
		try (Connection rival = rival(first.code("2"))) {
			firstId = submit(first);
			awaitClash(1);
			secondId = submit(
					new Table().add("丙医院", "A100", "500229", "x", "").with(Column.INSTITUTION_CODE, first.code("1")));
			Future<Boolean> second = this.threads.submit(this.otherReplica::runNext);
			awaitClash(2);
			rival.rollback();
			assertThat(second.get()).isTrue();
		}
		assertThat(await(firstId).path("state").asString()).isEqualTo("SUCCEEDED");
		JsonNode second = await(secondId);
		assertThat(second.path("failure").path("code").asString()).isEqualTo("rows-rejected");
		assertThat(this.imports.errors(second).get(2)).containsExactly("机构编码 duplicate-code",
				"机构名称 registered-otherwise");
	}

	@Test
	void isHandedBackByAReplicaThatStops() throws Exception {
		Table first = hospitals(1);
		Table second = hospitals(1);
		UUID firstId;
		UUID secondId;
		try (Connection rival = rival(first.code("0")); Connection other = rival(second.code("0"))) {
			firstId = submit(first);
			awaitClash(1);
			secondId = submit(second);
			this.otherReplica.wake();
			awaitClash(2);
			this.otherReplica.stop();
			assertThat(this.imports.read(secondId).path("state").asString()).isEqualTo("QUEUED");
			this.otherReplica.wake();
			rival.rollback();
			other.rollback();
		}
		assertThat(await(firstId).path("applied").asInt()).isOne();
		assertThat(await(secondId).path("applied").asInt()).isOne();
	}

	@Test
	void isRunByOneReplicaAlone() throws Exception {
		List<UUID> ids = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			ids.add(submit(new Table().add("医院", "A100", "500229", "1", "")));
		}
		List<Future<?>> replicas = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			replicas.add(this.threads.submit(() -> {
				while (this.otherReplica.runNext()) {
					Thread.onSpinWait();
				}
			}));
		}
		for (Future<?> replica : replicas) {
			replica.get();
		}
		ids.forEach((id) -> assertThat(await(id).path("applied").asInt()).isOne());
		assertThat(this.jdbc.sql("select count(*) from organization_import where id in (:ids) and attempts = 1")
			.param("ids", ids)
			.query(Integer.class)
			.single()).isEqualTo(12);
		assertThat(this.jdbc.sql("""
				select count(*) from audit_event
				where action = 'organization-import:apply' and resource_id in (:ids)""")
			.param("ids", ids.stream().map(UUID::toString).toList())
			.query(Integer.class)
			.single()).isEqualTo(12);
	}

	@Test
	void takesAsManyStatementsForManyRowsAsForFew() throws IOException {
		Run few = taken(hospitals(20).as(Table.CSV), true);
		Run many = taken(hospitals(StageRows.BATCH).as(Table.CSV), true);
		long statements = statementsOf(few);
		assertThat(statementsOf(many)).isEqualTo(statements).isLessThan(40);
		Run twice = taken(hospitals(2 * StageRows.BATCH).as(Table.CSV), true);
		assertThat(statementsOf(twice) - statements).isLessThan(30);
	}

	@Test
	void givesUpWhatIsNotItsOwnAnyMore() throws IOException {
		Run stale = taken(hospitals(1).as(Table.CSV), false);
		this.jdbc.sql("update organization_import set runner = :other where id = :id")
			.param("other", UUID.randomUUID())
			.param("id", stale.id())
			.update();
		assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> this.importing.run(stale));
		expireLease(stale.id());
		await(stale.id());
	}

	private static Table hospitals(int count) {
		Table table = new Table();
		IntStream.range(0, count).forEach((i) -> table.add("医院" + i, "A100", "500229", String.valueOf(i), ""));
		return table;
	}

	private UUID submit(Table table) {
		return UUID.fromString(this.imports.submit("", table.as(Table.CSV)).expect(202).path("id").asString());
	}

	private JsonNode await(UUID id) {
		return this.imports.await(this.imports.read(id));
	}

	/** An import that is in the hands of this test from the moment it can be seen. */
	private Run taken(byte[] file, boolean dryRun) {
		Caller caller = new Caller("importer", Caller.Kind.USER, null, null, true, GRANTS);
		UUID runner = UUID.randomUUID();
		OrganizationImport taken = Objects.requireNonNull(this.transaction.execute((status) -> {
			UUID id = submit(caller, file, dryRun).id();
			this.jdbc.sql("""
					update organization_import set state = 'RUNNING', runner = :runner, started_at = now(),
					  leased_until = now() + interval '1 hour' where id = :id""")
				.param("runner", runner)
				.param("id", id)
				.update();
			return this.known.find(caller, id).orElseThrow();
		}));
		return new Run(runner, 1, taken, new Submitter("importer", Caller.Kind.USER, null, null, GRANTS));
	}

	private OrganizationImport submit(Caller caller, byte[] file, boolean dryRun) {
		try {
			return this.submission
				.submit(caller, new Submission("a.csv", new ImportOptions(false, dryRun), null),
						new ByteArrayInputStream(file))
				.submitted();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void expireLease(UUID id) {
		this.jdbc.sql("update organization_import set leased_until = now() - interval '1 second' where id = :id")
			.param("id", id)
			.update();
	}

	/** Somebody who is about to register an organization with this code. */
	private Connection rival(String institutionCode) throws SQLException {
		Connection connection = this.database.getConnection();
		connection.setAutoCommit(false);
		try (var statement = connection.prepareStatement("""
				insert into organization (id, version, institution_code, opened_on, created_at, updated_at)
				values (gen_random_uuid(), 0, ?, '2000-01-01', now(), now())""")) {
			statement.setString(1, institutionCode);
			statement.execute();
		}
		return connection;
	}

	/** Waits until so many imports wait for the rival. */
	private void awaitClash(int count) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> clashing().size() == count);
	}

	private List<Integer> clashing() {
		return this.jdbc.sql("""
				select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
				and query ilike '%insert into organization %'""").query(Integer.class).list();
	}

	private int openTransactions() {
		return this.jdbc.sql("""
				select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
				and state in ('active', 'idle in transaction') and xact_start is not null
				and application_name = 'org-service'""").query(Integer.class).single();
	}

	private int registered(Table table) {
		return this.jdbc.sql("select count(*) from organization where institution_code like :code")
			.param("code", table.code("%"))
			.query(Integer.class)
			.single();
	}

	private long statementsOf(Run run) throws IOException {
		Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
		ListAppender<ILoggingEvent> executed = new ListAppender<>();
		executed.start();
		logger.setLevel(Level.DEBUG);
		logger.addAppender(executed);
		try {
			this.importing.run(run);
		}
		finally {
			logger.detachAppender(executed);
			logger.setLevel(null);
		}
		String thread = Thread.currentThread().getName();
		return executed.list.stream()
			.filter((event) -> event.getThreadName().equals(thread))
			.filter((event) -> event.getFormattedMessage()
				.matches("(?s)Executing (prepared SQL statement|SQL batch).*"))
			.count();
	}

}
