package cn.yigongti.cloudhis.probe;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a probe. Nothing that the other side said is repeated in it, except the
 * status.
 *
 * @param failure {@code null} when all is well
 * @param steps as far as it came, the last one failed if any did
 * @param status of HTTP, as soon as there was one
 */
public record ProbeReport(@Nullable Failure failure, List<StepResult> steps, @Nullable Integer status) {

	public ProbeReport {
		steps = List.copyOf(steps);
	}

}
