package cn.yigongti.platform.paging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

	/**
	 * At least one of these, in parentheses; with none given nothing fulfils it. A
	 * parameter that several share has the same value in all.
	 */
	public static Condition anyOf(List<Condition> alternatives) {
		if (alternatives.isEmpty()) {
			return new Condition("false");
		}
		Map<String, Object> parameters = new HashMap<>();
		alternatives.forEach((alternative) -> parameters.putAll(alternative.parameters));
		return new Condition(
				alternatives.stream().map(Condition::sql).collect(Collectors.joining(") or (", "((", "))")),
				parameters);
	}

}
