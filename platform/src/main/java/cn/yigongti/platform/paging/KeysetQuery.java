package cn.yigongti.platform.paging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list in one statement, whatever its depth: one page found by the sort values of the
 * last row seen (never by an offset), with a count that stops at
 * {@value Page#COUNTED_UP_TO}. Alternatives, such as the ways a row can be within a
 * caller's scope, become branches of a union, each of which reads its own index in order.
 */
public final class KeysetQuery {

	private final String columns;

	private final String from;

	private final List<Condition> conditions = new ArrayList<>();

	private final Map<String, SortColumn> sortable = new LinkedHashMap<>();

	private List<Condition> branches = List.of(new Condition("true"));

	private SortColumn identity = new SortColumn("id", "uuid");

	record SortColumn(String sql, String type) {

	}

	private KeysetQuery(String columns, String from) {
		this.columns = columns;
		this.from = from;
	}

	public static KeysetQuery select(String columns, String from) {
		return new KeysetQuery(columns, from);
	}

	public KeysetQuery where(Condition condition) {
		this.conditions.add(condition);
		return this;
	}

	public KeysetQuery where(String sql, String name, Object value) {
		return where(new Condition(sql, name, value));
	}

	/** Adds the condition only when there is a value for it. */
	public KeysetQuery whereIfPresent(String sql, String name, @Nullable Object value) {
		return (value != null) ? where(sql, name, value) : this;
	}

	/** At least one of these must hold; with none given nothing is found. */
	public KeysetQuery anyOf(List<Condition> alternatives) {
		this.branches = alternatives.isEmpty() ? List.of(new Condition("false")) : List.copyOf(alternatives);
		return this;
	}

	/**
	 * Declares a field of {@link Sorting}.
	 * @param column never null in the database
	 * @param type its SQL type
	 */
	public KeysetQuery sortedBy(String field, String column, String type) {
		this.sortable.put(field, new SortColumn(column, type));
		return this;
	}

	/** The column which makes the order total, {@code id} unless said otherwise. */
	public KeysetQuery identifiedBy(String column, String type) {
		this.identity = new SortColumn(column, type);
		return this;
	}

	public <T> Page<T> page(JdbcClient jdbc, Paging paging, RowMapper<T> mapper) {
		KeysetStatement statement = statement(paging);
		List<List<String>> positions = new ArrayList<>();
		AtomicLong total = new AtomicLong();
		List<T> rows = new ArrayList<>(run(jdbc, statement.page(), paging).query((result, number) -> {
			positions.add(statement.positionOf(result));
			total.set(KeysetStatement.totalOf(result));
			return mapper.mapRow(result, number);
		}).list());
		if (rows.isEmpty() && paging.after() != null) {
			// what was to come has gone since, and with it the rows that would tell
			total.set(run(jdbc, statement.count(), null).query(Long.class).single());
		}
		String next = null;
		if (rows.size() > paging.limit()) {
			rows.removeLast();
			next = paging.cursorAfter(positions.get(paging.limit() - 1));
		}
		return Page.of(rows, next, total.get());
	}

	private KeysetStatement statement(Paging paging) {
		List<KeysetStatement.Order> orders = new ArrayList<>();
		for (SortKey key : paging.sort()) {
			SortColumn column = this.sortable.get(key.field());
			if (column == null) {
				throw new IllegalStateException("sort field " + key.field() + " has no column");
			}
			orders.add(new KeysetStatement.Order(column.sql(), column.type(), key.descending()));
		}
		orders.add(new KeysetStatement.Order(this.identity.sql(), this.identity.type(), paging.idDescending()));
		return new KeysetStatement(this.columns, this.from, this.conditions, this.branches, orders,
				paging.after() != null);
	}

	private JdbcClient.StatementSpec run(JdbcClient jdbc, String sql, @Nullable Paging paging) {
		JdbcClient.StatementSpec statement = jdbc.sql(sql);
		this.conditions
			.forEach((condition) -> condition.parameters().forEach((name, value) -> bind(statement, name, value)));
		this.branches.forEach((branch) -> branch.parameters().forEach((name, value) -> bind(statement, name, value)));
		if (paging != null) {
			statement.param("keyset_limit", paging.limit() + 1);
			List<String> after = (paging.after() != null) ? paging.after() : List.of();
			for (int i = 0; i < after.size(); i++) {
				statement.param("keyset_" + i, after.get(i));
			}
		}
		return statement;
	}

	private static void bind(JdbcClient.StatementSpec statement, String name, Object value) {
		statement.param(name, switch (value) {
			case Enum<?> constant -> constant.name();
			case Instant instant -> instant.atOffset(ZoneOffset.UTC);
			default -> value;
		});
	}

}
