package cn.yigongti.org.organizationimport.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import cn.yigongti.org.organization.Coordinates;
import cn.yigongti.org.organization.OrganizationDraft;
import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.org.organizationimport.row.RowProblem;
import org.jspecify.annotations.Nullable;

/** Holds what a row says against what the register says. A blank cell says nothing. */
final class Comparison {

	private static final Map<Column, Function<OrganizationDraft, @Nullable Object>> FACTS = facts();

	private Comparison() {
	}

	private static Map<Column, Function<OrganizationDraft, @Nullable Object>> facts() {
		Map<Column, Function<OrganizationDraft, @Nullable Object>> facts = new TreeMap<>();
		facts.put(Column.NAME, OrganizationDraft::name);
		facts.put(Column.SHORT_NAME, OrganizationDraft::shortName);
		facts.put(Column.TYPE, OrganizationDraft::type);
		facts.put(Column.TIER, OrganizationDraft::tier);
		facts.put(Column.CREDIT_CODE, OrganizationDraft::creditCode);
		facts.put(Column.INSTITUTION_CODE, OrganizationDraft::institutionCode);
		facts.put(Column.REGION_CODE, OrganizationDraft::regionCode);
		facts.put(Column.PARENT, OrganizationDraft::parentId);
		facts.put(Column.ADDRESS, OrganizationDraft::address);
		facts.put(Column.LATITUDE, (draft) -> Optional.ofNullable(draft.location()).map(Coordinates::lat).orElse(null));
		facts.put(Column.LONGITUDE,
				(draft) -> Optional.ofNullable(draft.location()).map(Coordinates::lng).orElse(null));
		facts.put(Column.PHONE, OrganizationDraft::phone);
		facts.put(Column.BEDS, OrganizationDraft::beds);
		facts.put(Column.HOSPITAL_GRADE, OrganizationDraft::hospitalGrade);
		facts.put(Column.OPENED_ON, OrganizationDraft::openedOn);
		facts.put(Column.CLOSED_ON, OrganizationDraft::closedOn);
		return facts;
	}

	static List<RowProblem> differences(OrganizationDraft said, OrganizationDraft known) {
		return FACTS.entrySet()
			.stream()
			.filter((fact) -> differs(fact.getValue().apply(said), fact.getValue().apply(known)))
			.map((fact) -> new RowProblem(fact.getKey(), "registered-otherwise"))
			.toList();
	}

	private static boolean differs(@Nullable Object said, @Nullable Object known) {
		return said != null && !said.equals(known);
	}

}
