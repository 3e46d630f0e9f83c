package cn.yigongti.consultation.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

import cn.yigongti.consultation.statistics.OpenedCenters.Place;
import cn.yigongti.localservers.Postgres;
import cn.yigongti.localservers.Postgres.Login;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database with as many consultations as one wants to measure with. */
final class ManyConsultations {

	private static final String DATABASE = "bench";

	private static final long BATCH = 500_000;

	/** The others are read by nothing that is measured, and make filling slower. */
	private static final List<String> INDEXES = List.of("consultation_with_center",
			"consultation_applicant_id_submitted_at_", "consultation_status_submitted_at_",
			"consultation_submitted_at_");

	private static final String RELATE = """
			insert into consultation_relation
			select gen_random_uuid(), lpad(to_hex(16777216 + applicant), 32, '0')::uuid, '卫生院' || applicant, 'TOWNSHIP',
				null, '500229101', id, organization_id, organization_name, organization_tier, null,
				organization_region_code, now(), 1
			from consultation_center, generate_series(0, 699) applicant""";

	private final Postgres postgres;

	private final Login owner = new Login("bench_owner", UUID.randomUUID().toString());

	private final Login user = new Login("bench", UUID.randomUUID().toString());

	ManyConsultations(Postgres postgres) {
		this.postgres = postgres;
		postgres.createDatabase(DATABASE, this.owner, this.user);
		Flyway.configure()
			.dataSource(postgres.url(DATABASE), this.owner.role(), this.owner.password())
			.locations("classpath:db/platform", "classpath:db/migration")
			.placeholders(Map.of("service-role", this.user.role()))
			.outOfOrder(true)
			.load()
			.migrate();
	}

	/** As the service itself connects. */
	DataSource asService() {
		return new DriverManagerDataSource(this.postgres.url(DATABASE), this.user.role(), this.user.password());
	}

	/** Fills an empty database; returns the centres. */
	List<Place> fill(long total) {
		OpenedCenters centers = new OpenedCenters(JdbcClient.create(asService()));
		UUID consortium = UUID.randomUUID();
		List<Place> opened = List.of(centers.open("县人民医院", consortium, 20), centers.open("县中医院", consortium, 20));
		SingleConnectionDataSource superuser = new SingleConnectionDataSource(this.postgres.url(DATABASE),
				this.postgres.superuser(), this.postgres.password(), true);
		JdbcClient jdbc = JdbcClient.create(superuser);
		List<String> wanted = dropIndexes(jdbc);
		jdbc.sql("set session_replication_role = replica").update();
		letTheStandbyWait();
		OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
		String statement = statement();
		for (long first = 1; first <= total; first += BATCH) {
			jdbc.sql(statement)
				.param("now", now)
				.param("total", total)
				.param("first", first)
				.param("last", Math.min(first + BATCH - 1, total))
				.update();
		}
		jdbc.sql(RELATE).update();
		wanted.forEach((definition) -> jdbc.sql(definition).update());
		superuser.destroy();
		letTheStandbyCatchUp();
		vacuum();
		return opened;
	}

	/** What is filled in, the standby does over again later. */
	private void letTheStandbyWait() {
		standby().sql("select pg_wal_replay_pause()").query().singleRow();
	}

	/** While it shows what was, vacuum on the primary leaves almost everything alone. */
	private void letTheStandbyCatchUp() {
		standby().sql("select pg_wal_replay_resume()").query().singleRow();
		JdbcClient primary = as(this.postgres.url(DATABASE));
		String written = primary.sql("select pg_current_wal_lsn()").query(String.class).single();
		Awaitility.await()
			.atMost(Duration.ofHours(2))
			.until(() -> primary.sql("select bool_and(replay_lsn >= cast(:written as pg_lsn)) from pg_stat_replication")
				.param("written", written)
				.query(Boolean.class)
				.single());
	}

	private JdbcClient standby() {
		return as(this.postgres.standbyUrl(DATABASE));
	}

	private JdbcClient as(String url) {
		return JdbcClient.create(new DriverManagerDataSource(url, this.postgres.superuser(), this.postgres.password()));
	}

	/** As PostgreSQL does by itself after a while. */
	void vacuum() {
		as(this.postgres.url(DATABASE)).sql("vacuum analyze").update();
	}

	/** Whether writers pay for the statistics. */
	void keepStatistics(boolean kept) {
		JdbcClient
			.create(new DriverManagerDataSource(this.postgres.url(DATABASE), this.owner.role(), this.owner.password()))
			.sql("alter table consultation %s trigger user".formatted(kept ? "enable" : "disable"))
			.update();
	}

	String size() {
		return JdbcClient.create(asService())
			.sql("""
					select string_agg(relname || ' ' || pg_size_pretty(pg_total_relation_size(oid)) || ' in '
						|| to_char(reltuples, 'FM999,999,999') || ' rows', ', ' order by relname)
					from pg_class where relkind = 'r' and (relname = 'consultation' or relname like 'statistics_%')""")
			.query(String.class)
			.single();
	}

	private static List<String> dropIndexes(JdbcClient jdbc) {
		Map<String, String> definitions = new TreeMap<>();
		jdbc.sql("""
				select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
				where i.indrelid = 'consultation'::regclass
				and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""").query((row) -> {
			definitions.put(row.getString("name"), row.getString("definition"));
		});
		definitions.keySet().forEach((name) -> jdbc.sql("drop index " + name).update());
		return definitions.entrySet()
			.stream()
			.filter((index) -> INDEXES.stream().anyMatch((wanted) -> index.getKey().startsWith(wanted)))
			.map(Map.Entry::getValue)
			.toList();
	}

	private static String statement() {
		try (InputStream text = Objects
			.requireNonNull(ManyConsultations.class.getResourceAsStream("/bench/consultations.sql"))) {
			return new String(text.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
