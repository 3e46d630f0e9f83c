package cn.yigongti.org.organizationimport.row;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What has been found about a row. */
public record Verdict(int line, RowOutcome outcome, @Nullable UUID organizationId, List<RowProblem> problems) {

	public Verdict {
		problems = List.copyOf(problems);
	}

	public static Verdict accepted(int line, UUID organizationId) {
		return new Verdict(line, RowOutcome.ACCEPTED, organizationId, List.of());
	}

	public static Verdict unchanged(int line, UUID organizationId) {
		return new Verdict(line, RowOutcome.UNCHANGED, organizationId, List.of());
	}

	public static Verdict rejected(int line, List<RowProblem> problems) {
		return new Verdict(line, RowOutcome.REJECTED, null, problems);
	}

}
