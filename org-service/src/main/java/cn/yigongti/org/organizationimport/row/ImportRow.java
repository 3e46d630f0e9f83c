package cn.yigongti.org.organizationimport.row;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row, and what became of it.
 *
 * @param organizationId once it is registered
 */
public record ImportRow(int line, List<String> cells, String name, @Nullable String institutionCode, RowOutcome outcome,
		@Nullable UUID organizationId, List<RowProblem> problems) {

	public ImportRow {
		cells = List.copyOf(cells);
		problems = List.copyOf(problems);
	}

}
