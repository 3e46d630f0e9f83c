package cn.yigongti.patient.web;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;
import cn.yigongti.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** The wish to see patients unmasked, and why: {@code ?unmask=true&reason=…}. */
public final class Unmasking {

	private static final int LONGEST_REASON = 200;

	private Unmasking() {
	}

	/** Refuses to unmask for who may not, or does not say why. */
	public static void check(Caller caller, String permission, boolean unmask, @Nullable String reason) {
		if (!unmask) {
			return;
		}
		if (!caller.may(permission)) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", permission);
		}
		if (reason == null || reason.isBlank()) {
			throw new InvalidParameter(new FieldProblem("/reason", "required"));
		}
		if (reason.length() > LONGEST_REASON) {
			throw new InvalidParameter(new FieldProblem("/reason", "size", 1, LONGEST_REASON));
		}
	}

}
