package cn.yigongti.cloudhis.probe;

/** How one step went. */
public record StepResult(Step step, Outcome outcome, long millis) {

	/** Whether it worked. */
	public enum Outcome {

		OK, FAILED

	}

}
