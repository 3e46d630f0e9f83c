package cn.yigongti.gateway.problem;

import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request that the gateway answers itself, with a problem. It is an answer, not a
 * failure: there is no stack trace.
 */
public class ProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final String code;

	private final transient HttpHeaders headers = new HttpHeaders();

	/**
	 * A problem whose texts are the messages {@code problem.<code>.title} and
	 * {@code problem.<code>.detail}.
	 * @param status of the answer
	 * @param code stable, kebab-case
	 */
	public ProblemException(HttpStatus status, String code) {
		super(code, null, false, false);
		this.status = status;
		this.code = code;
	}

	/** A service that should answer and doesn't: 503, to be tried again soon. */
	public static ProblemException dependencyUnavailable() {
		return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "dependency-unavailable")
			.retryAfter(Duration.ofSeconds(5));
	}

	/** Tells the client when to come back, in whole seconds and never too early. */
	public ProblemException retryAfter(Duration wait) {
		long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
		return header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
	}

	public ProblemException header(String name, String value) {
		this.headers.set(name, value);
		return this;
	}

	HttpStatus status() {
		return this.status;
	}

	String code() {
		return this.code;
	}

	HttpHeaders headers() {
		return this.headers;
	}

}
