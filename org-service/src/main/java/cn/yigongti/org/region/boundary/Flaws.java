package cn.yigongti.org.region.boundary;

import java.util.ArrayList;
import java.util.List;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;

/** What is wrong with a collection, as far as anybody will read it. */
class Flaws {

	private static final int MOST = 100;

	private final List<FieldProblem> found = new ArrayList<>();

	void add(String pointer, String code, Object... arguments) {
		if (this.found.size() < MOST) {
			this.found.add(new FieldProblem(pointer, code, arguments));
		}
	}

	int count() {
		return this.found.size();
	}

	boolean isFull() {
		return this.found.size() == MOST;
	}

	/**
	 * Goes on only without flaws.
	 * @throws InvalidInput with those found
	 */
	void refuseIfAny() {
		if (!this.found.isEmpty()) {
			throw new InvalidInput(this.found);
		}
	}

}
