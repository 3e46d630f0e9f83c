package cn.yigongti.search.notes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import cn.yigongti.platform.test.servers.TestDatabase;
import cn.yigongti.search.change.SearchChanges;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows, in a database of their own, and who writes them. */
public final class Notes implements AutoCloseable {

	public static final String INDEX = "notes";

	public static final UUID OWNER = UUID.randomUUID();

	private final TestDatabase database = TestDatabase.create("search");

	private final HikariDataSource source;

	private final DataSourceTransactionManager transactions;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final SearchChanges changes;

	public Notes() {
		Flyway.configure()
			.dataSource(this.database.url(), this.database.owner().role(), this.database.owner().password())
			.locations("classpath:db/platform", "classpath:db/migration")
			.placeholders(Map.of("service-role", this.database.user().role()))
			.load()
			.migrate();
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(this.database.url());
		config.setUsername(this.database.user().role());
		config.setPassword(this.database.user().password());
		config.setMinimumIdle(1);
		config.addDataSourceProperty("options", "-c timezone=UTC");
		this.source = new HikariDataSource(config);
		this.transactions = new DataSourceTransactionManager(this.source);
		this.transaction = new TransactionTemplate(this.transactions);
		this.jdbc = JdbcClient.create(this.source);
		this.changes = new SearchChanges(this.jdbc, Set.of(INDEX), true, (index) -> {
		});
	}

	public JdbcClient jdbc() {
		return this.jdbc;
	}

	public DataSourceTransactionManager transactions() {
		return this.transactions;
	}

	public TransactionTemplate transaction() {
		return this.transaction;
	}

	public SearchChanges changes() {
		return this.changes;
	}

	public UUID write(String text) {
		return write(text, Instant.parse("2026-01-01T00:00:00Z"), OWNER);
	}

	public UUID write(String text, Instant at, UUID owner) {
		UUID id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("insert into note (id, text, owner, written_at) values (?, ?, ?, ?)")
				.params(id, text, owner, at.atOffset(ZoneOffset.UTC))
				.update();
			this.changes.changed(INDEX, id);
		});
		return id;
	}

	/** So many, without a word to anybody. */
	public void fill(int count) {
		this.jdbc.sql("""
				insert into note (id, text, owner, written_at)
				select gen_random_uuid(), 'note ' || n, :owner,
				  timestamptz '2026-01-01 00:00Z' + n / 3 * interval '1 microsecond'
				from generate_series(1, :count) n""").param("owner", OWNER).param("count", count).update();
	}

	public void change(UUID id, String text) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("update note set text = ?, version = version + 1 where id = ?").params(text, id).update();
			this.changes.changed(INDEX, id);
		});
	}

	public void weigh(UUID id, String weight) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("update note set weight = ?, version = version + 1 where id = ?").params(weight, id).update();
			this.changes.changed(INDEX, id);
		});
	}

	public void delete(UUID id) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("delete from note where id = ?").param(id).update();
			this.changes.changed(INDEX, id);
		});
	}

	public List<UUID> writeAll(int count) {
		return IntStream.range(0, count).mapToObj((i) -> write("note " + i)).toList();
	}

	/** Versions by id, as they should be found. */
	public Map<UUID, Long> versions() {
		Map<UUID, Long> versions = new HashMap<>();
		this.jdbc.sql("select id, version from note").query((row) -> {
			versions.put(row.getObject("id", UUID.class), row.getLong("version"));
		});
		return versions;
	}

	public long waiting() {
		return this.jdbc.sql("select count(*) from search_change").query(Long.class).single();
	}

	@Override
	public void close() {
		this.source.close();
	}

}
