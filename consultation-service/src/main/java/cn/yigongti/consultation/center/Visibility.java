package cn.yigongti.consultation.center;

import java.util.List;

import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.ScopedSides;

/**
 * Who may read of a centre: those whose scope covers its organization, or one that may
 * apply to it.
 */
final class Visibility {

	private static final String APPLICANT = "applicant";

	private Visibility() {
	}

	/** At least one of these must hold of a centre. */
	static List<Condition> within(DataScope scope) {
		return ScopedSides.within(scope, "organization", APPLICANT)
			.stream()
			.map((side) -> side.sql().contains(APPLICANT) ? related(side) : side)
			.toList();
	}

	private static Condition related(Condition applicant) {
		return new Condition("id in (select center_id from consultation_relation where " + applicant.sql() + ")",
				applicant.parameters());
	}

}
