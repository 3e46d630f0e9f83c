package cn.yigongti.cloudhis.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import cn.yigongti.cloudhis.probe.StepResult.Outcome;
import cn.yigongti.platform.outbound.call.CallProgress;
import org.jspecify.annotations.Nullable;

/**
 * Takes the time of each step. The call runs on another thread and may go on for a while
 * after it was given up; what it then tells comes too late.
 */
class StepClock implements CallProgress {

	private final List<StepResult> results = new ArrayList<>();

	private final boolean secure;

	private long since = System.nanoTime();

	private Step current = Step.NAME;

	private boolean stopped;

	private @Nullable Integer status;

	StepClock(boolean secure) {
		this.secure = secure;
	}

	@Override
	public synchronized void nameResolved() {
		passed(Step.CONNECT);
	}

	@Override
	public synchronized void connected() {
		passed(this.secure ? Step.TLS : Step.STATUS);
	}

	@Override
	public synchronized void secured() {
		passed(Step.STATUS);
	}

	@Override
	public synchronized void answered(int answer) {
		if (!this.stopped) {
			this.status = answer;
			if (answer >= 200 && answer < 300) {
				passed(Step.CONTRACT);
			}
		}
	}

	private void passed(Step next) {
		if (!this.stopped) {
			add(Outcome.OK);
			this.current = next;
		}
	}

	private void add(Outcome outcome) {
		long now = System.nanoTime();
		this.results.add(new StepResult(this.current, outcome, Duration.ofNanos(now - this.since).toMillis()));
		this.since = now;
	}

	/** The step at which it has ended. */
	synchronized Step stop() {
		this.stopped = true;
		return this.current;
	}

	synchronized ProbeReport report(@Nullable Failure failure) {
		this.stopped = true;
		add((failure != null) ? Outcome.FAILED : Outcome.OK);
		return new ProbeReport(failure, this.results, this.status);
	}

	/** Without any step: it wasn't begun. */
	static ProbeReport notBegun(Failure failure) {
		return new ProbeReport(failure, List.of(), null);
	}

}
