package cn.yigongti.org.organizationimport.row;

import java.util.List;

import cn.yigongti.platform.problem.FieldProblem;

/** The columns of a table are not those of organizations. */
public class HeaderRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<FieldProblem> problems;

	HeaderRefused(List<FieldProblem> problems) {
		super(problems.toString());
		this.problems = List.copyOf(problems);
	}

	/** Each points to a column by its name. */
	public List<FieldProblem> problems() {
		return this.problems;
	}

}
