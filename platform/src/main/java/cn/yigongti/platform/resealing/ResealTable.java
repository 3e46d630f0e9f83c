package cn.yigongti.platform.resealing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the rows of one table anew, some at a time, in the order of their ids. Rows that
 * somebody has in hand are left for the next time. A row that can't be sealed anew is
 * reported, and in nobody's way.
 */
final class ResealTable {

	private static final Logger log = LoggerFactory.getLogger(ResealTable.class);

	private final SealedTable table;

	private final NamedParameterJdbcTemplate jdbc;

	private final FieldCipher cipher;

	private final KeyedHash hash;

	private final String outdated;

	private final TransactionTemplate transaction;

	private final TransactionTemplate savepoint;

	ResealTable(SealedTable table, NamedParameterJdbcTemplate jdbc, FieldCipher cipher, KeyedHash hash,
			PlatformTransactionManager transactions) {
		this.table = table;
		this.jdbc = jdbc;
		this.cipher = cipher;
		this.hash = hash;
		this.outdated = new Outdated(cipher, hash).rowsOf(table);
		this.transaction = new TransactionTemplate(transactions);
		this.savepoint = new TransactionTemplate(transactions);
		this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/** What became of a batch; {@code last} is the id it ended with. */
	record Batch(int found, int resealed, @Nullable String last) {

	}

	String name() {
		return this.table.name();
	}

	boolean passesByItself() {
		return this.table.columns().isEmpty();
	}

	long outdated() {
		Long count = this.jdbc.queryForObject(
				"select count(*) from %s where %s".formatted(this.table.name(), this.outdated), Map.of(), Long.class);
		return (count != null) ? count : 0;
	}

	/**
	 * The next batch.
	 * @return nothing while another replica is at it
	 */
	Optional<Batch> next(@Nullable String after, int limit) {
		try {
			return batch(after, limit, (rows, _) -> updateTogether(rows));
		}
		catch (DataIntegrityViolationException ex) {
			return batch(after, limit, this::updateOneByOne);
		}
	}

	private Optional<Batch> batch(@Nullable String after, int limit, Update update) {
		Optional<Batch> batch = this.transaction
			.execute((status) -> isAlone() ? Optional.of(seal(after, limit, update)) : Optional.empty());
		return (batch != null) ? batch : Optional.empty();
	}

	private boolean isAlone() {
		return Boolean.TRUE.equals(this.jdbc.queryForObject(
				"select pg_try_advisory_xact_lock(hashtextextended('resealing', 0))", Map.of(), Boolean.class));
	}

	private Batch seal(@Nullable String after, int limit, Update update) {
		List<Map<String, Object>> rows = outdatedRows(after, limit);
		List<String> flaws = new ArrayList<>();
		int resealed = update.of(rows.stream().map((row) -> resealed(row, flaws)).flatMap(Optional::stream).toList(),
				flaws);
		if (!flaws.isEmpty()) {
			log.error("{} rows of {} can't be sealed with the current keys, the first is {}", flaws.size(),
					this.table.name(), flaws.getFirst());
		}
		return new Batch(rows.size(), resealed, rows.isEmpty() ? null : String.valueOf(rows.getLast().get("id")));
	}

	private interface Update {

		int of(List<Map<String, @Nullable String>> rows, List<String> flaws);

	}

	private List<Map<String, Object>> outdatedRows(@Nullable String after, int limit) {
		String columns = this.table.columns()
			.stream()
			.flatMap(SealedTable.Column::names)
			.collect(Collectors.joining(", "));
		String from = (after != null) ? " and %s > cast(:after as %s)".formatted(this.table.id(), this.table.idType())
				: "";
		Map<String, Object> parameters = new HashMap<>(Map.of("limit", limit));
		if (after != null) {
			parameters.put("after", after);
		}
		return this.jdbc.queryForList("""
				select cast(%1$s as text) as id, %2$s from %3$s where %4$s%5$s
				order by %3$s.%1$s limit :limit for update skip locked""".formatted(this.table.id(), columns,
				this.table.name(), this.outdated, from), parameters);
	}

	private Optional<Map<String, @Nullable String>> resealed(Map<String, Object> row, List<String> flaws) {
		Map<String, @Nullable String> values = new HashMap<>();
		values.put("id", String.valueOf(row.get("id")));
		try {
			this.table.columns().forEach((column) -> reseal(column, (String) row.get(column.name()), values));
			return Optional.of(values);
		}
		catch (IllegalStateException ex) {
			flaws.add(row.get("id") + ": " + ex.getMessage());
			return Optional.empty();
		}
	}

	private void reseal(SealedTable.Column column, @Nullable String stored, Map<String, @Nullable String> values) {
		String plain = this.cipher.decryptOrNull(stored);
		boolean current = stored != null && stored.startsWith(this.cipher.prefix());
		values.put(column.name(), current ? stored : this.cipher.encryptOrNull(plain));
		if (column.hash() != null) {
			values.put(column.hash(), (plain != null) ? this.hash.of(column.hashed().apply(plain)) : null);
		}
		if (column.parts() != null) {
			values.put(column.parts().column(), (plain != null) ? hashes(column.parts().of().apply(plain)) : null);
		}
	}

	/** As a literal; there is nothing in a hash that would have to be quoted. */
	private String hashes(List<String> parts) {
		return parts.stream().map(this.hash::of).collect(Collectors.joining(",", "{", "}"));
	}

	private int updateTogether(List<Map<String, @Nullable String>> rows) {
		this.jdbc.batchUpdate(updateSql(),
				rows.stream().map(MapSqlParameterSource::new).toArray(MapSqlParameterSource[]::new));
		return rows.size();
	}

	private int updateOneByOne(List<Map<String, @Nullable String>> rows, List<String> flaws) {
		int done = 0;
		for (Map<String, @Nullable String> row : rows) {
			try {
				this.savepoint
					.executeWithoutResult((status) -> this.jdbc.update(updateSql(), new MapSqlParameterSource(row)));
				done++;
			}
			catch (DataIntegrityViolationException ex) {
				flaws.add(row.get("id") + ": it would break a rule of the table");
			}
		}
		return done;
	}

	private static Stream<String> assignments(SealedTable.Column column) {
		SealedTable.Parts parts = column.parts();
		return column.names()
			.map((name) -> (parts != null && parts.column().equals(name))
					? "%1$s = cast(:%1$s as text[])".formatted(name) : "%1$s = :%1$s".formatted(name));
	}

	private String updateSql() {
		String columns = this.table.columns()
			.stream()
			.flatMap(ResealTable::assignments)
			.collect(Collectors.joining(", "));
		return "update %s set %s where %s = cast(:id as %s)".formatted(this.table.name(), columns, this.table.id(),
				this.table.idType());
	}

}
