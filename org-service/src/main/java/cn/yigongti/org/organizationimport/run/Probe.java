package cn.yigongti.org.organizationimport.run;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.org.organization.OrganizationDraft;
import cn.yigongti.org.organization.RegisterOrganizations.Candidate;
import cn.yigongti.org.organization.Tier;
import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.org.organizationimport.row.ReadRow;
import cn.yigongti.org.organizationimport.row.RowProblem;
import org.jspecify.annotations.Nullable;

/**
 * A row that is asked about. When something is wrong with it already, that is replaced by
 * something sound, so that the register can still say what else is wrong: the author of a
 * table wants to hear of everything at once.
 */
record Probe(ReadRow row, @Nullable UUID parentId) {

	private static final String ANY_TYPE = "A100";

	private static final String ANY_DIVISION = "110101";

	private static final LocalDate ANY_DATE = LocalDate.of(1949, 10, 1);

	Candidate candidate() {
		boolean refused = !this.row.problems().isEmpty();
		OrganizationDraft draft = refused ? whole() : this.row.draft().under(this.parentId);
		return new Candidate(draft.particulars(), draft.closedOn(), refused);
	}

	/** Whether an answer is about what the row says and not about what replaces it. */
	boolean concerns(RowProblem answer) {
		return isSound(answer.column()) && (answer.column() != Column.PARENT || hasKnownPlace());
	}

	private OrganizationDraft whole() {
		OrganizationDraft said = this.row.draft();
		return new OrganizationDraft(isSound(Column.NAME) ? said.name() : "-", null,
				isSound(Column.TYPE) ? said.type() : ANY_TYPE,
				hasKnownPlace() ? said.knownTier().orElse(Tier.COUNTY) : Tier.COUNTY,
				isSound(Column.CREDIT_CODE) ? said.creditCode() : null,
				isSound(Column.INSTITUTION_CODE) ? said.institutionCode() : null,
				isSound(Column.REGION_CODE) ? said.regionCode() : ANY_DIVISION, hasKnownPlace() ? this.parentId : null,
				null, null, null, null, null, openedOn(), closedOn());
	}

	private LocalDate openedOn() {
		return isSound(Column.OPENED_ON) ? this.row.draft().openedOn() : ANY_DATE;
	}

	private @Nullable LocalDate closedOn() {
		boolean known = isSound(Column.OPENED_ON) && isSound(Column.CLOSED_ON);
		return known ? this.row.draft().closedOn() : null;
	}

	/** Whether all is known that decides if its parent can be its parent. */
	private boolean hasKnownPlace() {
		return this.row.draft().knownTier().isPresent()
				&& Stream.of(Column.REGION_CODE, Column.TIER, Column.PARENT, Column.OPENED_ON, Column.CLOSED_ON)
					.allMatch(this::isSound);
	}

	private boolean isSound(Column column) {
		return !this.row.isWrongIn(column);
	}

}
