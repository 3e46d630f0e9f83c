package cn.yigongti.consultation.worklist;

import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;

/** What of the caller a filter is about. */
final class Callers {

	private Callers() {
	}

	static UUID organization(Caller caller) {
		UUID own = caller.organizationId();
		if (own == null) {
			throw new InvalidParameter(new FieldProblem("/role", "no-organization"));
		}
		return own;
	}

	static UUID user(Caller caller) {
		if (!caller.isUser()) {
			throw new InvalidParameter(new FieldProblem("/claimedBy", "no-user"));
		}
		return caller.userId();
	}

}
