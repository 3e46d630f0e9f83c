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

	boolean matches(long current) {
		String tag = ETags.of(current);
		return this.ifMatch.strip().equals("*")
				|| Arrays.stream(this.ifMatch.split(",")).anyMatch((given) -> given.strip().equals(tag));
	}

}
