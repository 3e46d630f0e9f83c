package cn.yigongti.platform.version;

import java.util.Arrays;

import cn.yigongti.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** What a change was based on: the header {@code If-Match}. */
public record ExpectedVersion(String ifMatch) {

	/**
	 * Refuses the change of a resource that has moved on.
	 * @throws ProblemException 412 {@code stale-version}
	 */
	public void verify(long current) {
		verifyAny(current);
	}

	/**
	 * Refuses it unless it was based on one of the states that the resource shows, as of
	 * different dates for example.
	 * @throws ProblemException 412 {@code stale-version}
	 */
	public void verifyAny(long... current) {
		if (Arrays.stream(current).noneMatch(this::matches)) {
			throw new ProblemException(HttpStatus.PRECONDITION_FAILED, "stale-version");
		}
	}

	/**
	 * Refuses the change of a resource whose content has another hash by now.
	 * @throws ProblemException 412 {@code stale-version}
	 */
	public void verifyHash(String current) {
		if (!matches(ETags.of(current))) {
			throw new ProblemException(HttpStatus.PRECONDITION_FAILED, "stale-version");
		}
	}

	private boolean matches(long current) {
		return matches(ETags.of(current));
	}

	boolean matches(String tag) {
		return this.ifMatch.strip().equals("*")
				|| Arrays.stream(this.ifMatch.split(",")).anyMatch((given) -> given.strip().equals(tag));
	}

}
