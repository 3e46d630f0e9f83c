package cn.yigongti.platform.resident;

import java.time.LocalDate;
import java.util.List;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;

/** A resident id in a field of a request. */
public final class GivenResidentId {

	private GivenResidentId() {
	}

	/**
	 * Reads a number as {@link ResidentId#parse} does.
	 * @param pointer the field it stands in
	 * @throws InvalidInput when it is no resident id, with the character that is wrong
	 */
	public static ResidentId parse(String text, LocalDate today, String pointer) {
		try {
			return ResidentId.parse(text, today);
		}
		catch (ResidentId.Malformed ex) {
			throw new InvalidInput(List.of(problem(ex, pointer)));
		}
	}

	private static FieldProblem problem(ResidentId.Malformed ex, String pointer) {
		return switch (ex.flaw()) {
			case LENGTH -> new FieldProblem(pointer, "resident-id", ex.first());
			case CHARACTER -> new FieldProblem(pointer, "malformed", ex.first(), ex.found());
			case BIRTH_DATE -> new FieldProblem(pointer, "birth-date", ex.first(), ex.last(), ex.found());
			case CHECK_DIGIT -> new FieldProblem(pointer, "check-digit", ex.first(), ex.found());
		};
	}

}
