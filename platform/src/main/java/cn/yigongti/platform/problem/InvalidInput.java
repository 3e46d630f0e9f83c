package cn.yigongti.platform.problem;

import java.util.List;

/**
 * Well-formed input that breaks a rule: 422 {@code invalid} with the fields that are
 * wrong.
 */
public class InvalidInput extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<FieldProblem> problems;

	public InvalidInput(List<FieldProblem> problems) {
		super("invalid input");
		this.problems = List.copyOf(problems);
	}

	public InvalidInput(String pointer, String code, Object... arguments) {
		this(List.of(new FieldProblem(pointer, code, arguments)));
	}

	public List<FieldProblem> problems() {
		return this.problems;
	}

}
