package cn.yigongti.org.organizationimport.row;

import java.util.List;

import cn.yigongti.org.organization.OrganizationDraft;
import org.jspecify.annotations.Nullable;

/**
 * What a row says.
 *
 * @param draft without its parent, of whom only a code is known; a component that can't
 * be read is missing
 * @param parentCode institution code of the organization above it
 * @param problems all that is wrong with the row taken by itself
 */
public record ReadRow(OrganizationDraft draft, @Nullable String parentCode, List<RowProblem> problems) {

	public ReadRow {
		problems = List.copyOf(problems);
	}

	public boolean isWrongIn(Column column) {
		return this.problems.stream().anyMatch((problem) -> problem.column() == column);
	}

	/**
	 * Parents come before their children, and before all others what can't be anything's
	 * parent, being of no known tier.
	 */
	int turn() {
		return this.draft.knownTier().map((tier) -> switch (tier) {
			case CITY -> 1;
			case COUNTY -> 2;
			case TOWNSHIP -> 3;
			case VILLAGE -> 4;
		}).orElse(0);
	}

}
