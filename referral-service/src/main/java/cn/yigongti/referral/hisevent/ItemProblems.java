package cn.yigongti.referral.hisevent;

import org.springframework.http.ProblemDetail;

/** Says what is wrong with one event of many. */
public interface ItemProblems {

	/**
	 * The problem a single request would have been answered with.
	 * @throws RuntimeException the failure itself when it is not the event's fault
	 */
	ProblemDetail explain(RuntimeException failure);

}
