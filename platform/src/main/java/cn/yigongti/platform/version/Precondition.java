package cn.yigongti.platform.version;

import cn.yigongti.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What a PUT that creates or replaces was based on: {@code If-Match} where there is
 * something to replace; {@code If-None-Match: *}, or nothing, where there is not.
 */
public record Precondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

	/**
	 * Refuses to create what is there, and to replace what is not or has moved on.
	 * @param current version, {@code null} when there is nothing yet
	 * @throws ProblemException 412 {@code stale-version} or 428 {@code version-required}
	 */
	public void verify(@Nullable Long current) {
		verifyTag((current != null) ? ETags.of(current) : null);
	}

	/**
	 * The same for a resource that is told by the hash of its content.
	 * @throws ProblemException 412 {@code stale-version} or 428 {@code version-required}
	 */
	public void verifyHash(@Nullable String current) {
		verifyTag((current != null) ? ETags.of(current) : null);
	}

	private void verifyTag(@Nullable String current) {
		if (current == null) {
			if (this.ifMatch != null) {
				throw new ProblemException(HttpStatus.PRECONDITION_FAILED, "stale-version");
			}
			return;
		}
		if (this.ifNoneMatch != null && new ExpectedVersion(this.ifNoneMatch).matches(current)) {
			throw new ProblemException(HttpStatus.PRECONDITION_FAILED, "stale-version");
		}
		if (this.ifMatch == null) {
			throw new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "version-required");
		}
		if (!new ExpectedVersion(this.ifMatch).matches(current)) {
			throw new ProblemException(HttpStatus.PRECONDITION_FAILED, "stale-version");
		}
	}

}
