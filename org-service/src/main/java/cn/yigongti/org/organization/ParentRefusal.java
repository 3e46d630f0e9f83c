package cn.yigongti.org.organization;

import cn.yigongti.platform.problem.FieldProblem;

/** Why a parent can't be, or that one is missing. */
enum ParentRefusal {

	/** A village clinic needs one. */
	MISSING("parent-needed"),
	/** There is none with this id, as far as the caller can see. */
	UNKNOWN("unknown-organization"),
	/** It is not of the next tier up. */
	WRONG_TIER("parent-tier"),
	/** Its division code doesn't begin like the child's. */
	OTHER_DIVISION("parent-division"),
	/** The child would belong to it before it opens. */
	NOT_YET_OPEN("parent-not-open"),
	/** It closes before the child does. */
	CLOSED("parent-closed");

	private final String code;

	ParentRefusal(String code) {
		this.code = code;
	}

	FieldProblem problem() {
		return new FieldProblem("/parentId", this.code);
	}

}
