package cn.yigongti.referral.hisevent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.referral.course.HospitalFacts;
import cn.yigongti.referral.referral.Referral;
import org.jspecify.annotations.Nullable;

/** What an event must say, by its type, and when it can have happened. */
final class ReportRules {

	/** The clocks of hospitals differ from ours. */
	private static final Duration LENIENCY = Duration.ofMinutes(5);

	private ReportRules() {
	}

	/** Throws {@link InvalidInput} with everything that is wrong. */
	static void check(HospitalReport report, Referral referral, Instant now) {
		List<FieldProblem> problems = new ArrayList<>();
		if (report.occurredAt().isBefore(referral.application().appliedAt())) {
			problems.add(new FieldProblem("/occurredAt", "before-application"));
		}
		if (report.occurredAt().isAfter(now.plus(LENIENCY))) {
			problems.add(new FieldProblem("/occurredAt", "future"));
		}
		HospitalFacts facts = report.facts();
		switch (report.type()) {
			case OUTPATIENT_VISITED -> require(problems, "/outpatientNumber", facts.outpatientNumber());
			case OUTPATIENT_COMPLETED -> require(problems, "/diagnosis", facts.diagnosis());
			case ADMITTED -> {
				require(problems, "/inpatientNumber", facts.inpatientNumber());
				require(problems, "/department", facts.department());
			}
			case ADMISSION_CANCELLED, DISCHARGED, DISCHARGE_CANCELLED, APPLIED, RETURNED, EXPIRED -> {
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private static void require(List<FieldProblem> problems, String pointer, @Nullable Object value) {
		if (value == null) {
			problems.add(new FieldProblem(pointer, "required"));
		}
	}

}
