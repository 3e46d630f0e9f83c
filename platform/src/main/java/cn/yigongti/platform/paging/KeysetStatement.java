package cn.yigongti.platform.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL of a {@link KeysetQuery}. */
record KeysetStatement(String columns, String from, List<Condition> conditions, List<Condition> branches,
		List<Order> orders, boolean resumed) {

	private static final String BOUND = " limit " + (Page.COUNTED_UP_TO + 1);

	/** One column of the order; the last is the identity. */
	record Order(String column, String type, boolean descending) {

		String direction() {
			return this.descending ? " desc" : " asc";
		}

		String comparison() {
			return this.descending ? " < " : " > ";
		}

	}

	String page() {
		if (this.branches.size() == 1) {
			return "select " + selected() + " from " + this.from + " where " + filter(first()) + resumption()
					+ " order by " + order() + " limit :keyset_limit";
		}
		String union = this.branches.stream()
			.map((branch) -> "(select " + keys() + " from " + this.from + " where " + filter(branch) + resumption()
					+ " order by " + order() + " limit :keyset_limit)")
			.collect(Collectors.joining(" union "));
		return "with keyset as materialized (select * from (" + union + ") branches order by " + keysetOrder()
				+ " limit :keyset_limit) select " + selected() + " from keyset join " + this.from + " on "
				+ this.orders.getLast().column() + " = keyset.keyset_" + (this.orders.size() - 1) + " order by "
				+ order();
	}

	/**
	 * Each branch stops at the bound by itself: an "or" of them would be gathered whole
	 * before it could stop.
	 */
	String count() {
		String identity = this.orders.getLast().column();
		String bounded = this.branches.stream()
			.map((branch) -> "(select " + identity + " from " + this.from + " where " + filter(branch) + BOUND + ")")
			.collect(Collectors.joining(" union "));
		return "select count(*) from (select * from (" + bounded + ") found" + BOUND + ") counted";
	}

	static long totalOf(ResultSet row) throws SQLException {
		return row.getLong("keyset_total");
	}

	List<String> positionOf(ResultSet row) throws SQLException {
		List<String> position = new ArrayList<>();
		for (int i = 0; i < this.orders.size(); i++) {
			position.add(row.getString("position_" + i));
		}
		return position;
	}

	private Condition first() {
		return this.branches.getFirst();
	}

	private String filter(Condition branch) {
		return IntStream.range(0, this.conditions.size())
			.mapToObj((i) -> "(" + this.conditions.get(i).sql() + ") and ")
			.collect(Collectors.joining()) + "(" + branch.sql() + ")";
	}

	/** The count refers to nothing around it and is therefore done once, not per row. */
	private String selected() {
		return this.columns + positions() + ", (" + count() + ") as keyset_total";
	}

	private String positions() {
		return IntStream.range(0, this.orders.size())
			.mapToObj((i) -> ", (" + this.orders.get(i).column() + ")::text as position_" + i)
			.collect(Collectors.joining());
	}

	private String keys() {
		return IntStream.range(0, this.orders.size())
			.mapToObj((i) -> this.orders.get(i).column() + " as keyset_" + i)
			.collect(Collectors.joining(", "));
	}

	private String order() {
		return this.orders.stream()
			.map((order) -> order.column() + order.direction())
			.collect(Collectors.joining(", "));
	}

	private String keysetOrder() {
		return IntStream.range(0, this.orders.size())
			.mapToObj((i) -> "keyset_" + i + this.orders.get(i).direction())
			.collect(Collectors.joining(", "));
	}

	/** {@code (a, b, id) < (…)}, written out when the directions differ. */
	private String resumption() {
		if (!this.resumed) {
			return "";
		}
		boolean uniform = this.orders.stream().map(Order::descending).distinct().count() == 1;
		return " and " + (uniform ? rowComparison() : writtenOut());
	}

	private String rowComparison() {
		String left = this.orders.stream().map(Order::column).collect(Collectors.joining(", ", "(", ")"));
		String right = IntStream.range(0, this.orders.size())
			.mapToObj(this::value)
			.collect(Collectors.joining(", ", "(", ")"));
		return left + this.orders.getFirst().comparison() + right;
	}

	private String writtenOut() {
		return IntStream.range(0, this.orders.size())
			.mapToObj((i) -> "(" + equalBefore(i) + this.orders.get(i).column() + this.orders.get(i).comparison()
					+ value(i) + ")")
			.collect(Collectors.joining(" or ", "(", ")"));
	}

	private String equalBefore(int i) {
		return IntStream.range(0, i)
			.mapToObj((j) -> this.orders.get(j).column() + " = " + value(j) + " and ")
			.collect(Collectors.joining());
	}

	private String value(int i) {
		return "cast(:keyset_" + i + " as " + this.orders.get(i).type() + ")";
	}

}
