package cn.yigongti.platform.paging;

import java.util.Map;

/** A piece of SQL with its named parameters. */
public record Condition(String sql, Map<String, Object> parameters) {

	public Condition {
		parameters = Map.copyOf(parameters);
	}

	public Condition(String sql) {
		this(sql, Map.of());
	}

	public Condition(String sql, String name, Object value) {
		this(sql, Map.of(name, value));
	}

}
