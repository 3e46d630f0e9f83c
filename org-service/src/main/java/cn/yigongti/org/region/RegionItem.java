package cn.yigongti.org.region;

import java.util.List;

import cn.yigongti.platform.problem.FieldProblem;

/**
 * One of many divisions to be written.
 *
 * @param index its place in the list
 */
public record RegionItem(int index, String code, RegionFacts facts) {

	/**
	 * What became of it.
	 *
	 * @param errors why it was refused
	 */
	public record Report(int index, String code, Outcome outcome, List<FieldProblem> errors) {

	}

	Report kept(Outcome outcome) {
		return new Report(this.index, this.code, outcome, List.of());
	}

	Report refused(List<FieldProblem> errors) {
		return new Report(this.index, this.code, Outcome.REFUSED, errors);
	}

}
