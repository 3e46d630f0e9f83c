package cn.yigongti.platform.problem;

import java.util.List;

/**
 * One field that is wrong.
 *
 * @param pointer JSON pointer into the body, or {@code /name} of a query parameter
 * @param code stable, kebab-case; its text is the message {@code field.<code>}
 * @param arguments of that text
 */
public record FieldProblem(String pointer, String code, List<Object> arguments) {

	public FieldProblem(String pointer, String code, Object... arguments) {
		this(pointer, code, List.of(arguments));
	}

}
