package cn.yigongti.platform.problem;

/** A query parameter with an impossible value: 400 {@code invalid-parameter}. */
public class InvalidParameter extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient FieldProblem problem;

	public InvalidParameter(FieldProblem problem) {
		super(problem.pointer());
		this.problem = problem;
	}

	public FieldProblem problem() {
		return this.problem;
	}

}
