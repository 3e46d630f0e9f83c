package cn.yigongti.org.organizationimport.row;

import java.util.List;

import cn.yigongti.platform.problem.FieldProblem;

/**
 * One thing that is wrong with a row.
 *
 * @param code stable, kebab-case; its text is the message {@code field.<code>}
 * @param arguments of that text
 */
public record RowProblem(Column column, String code, List<Object> arguments) {

	public RowProblem {
		arguments = List.copyOf(arguments);
	}

	public RowProblem(Column column, String code, Object... arguments) {
		this(column, code, List.of(arguments));
	}

	public static RowProblem of(FieldProblem problem) {
		return new RowProblem(Column.at(problem.pointer()), problem.code(), problem.arguments());
	}

	public FieldProblem field() {
		return new FieldProblem("/" + this.column.header(), this.code, this.arguments);
	}

}
