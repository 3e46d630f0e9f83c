package cn.yigongti.platform.problem;

import java.util.List;

import org.springframework.http.HttpStatus;

/**
 * A request refused by web code. Domain code throws facts of its own instead, which the
 * service maps to problems.
 */
public class ProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final String code;

	private final transient List<Object> arguments;

	public ProblemException(HttpStatus status, String code, Object... arguments) {
		super(code);
		this.status = status;
		this.code = code;
		this.arguments = List.of(arguments);
	}

	public HttpStatus status() {
		return this.status;
	}

	public String code() {
		return this.code;
	}

	List<Object> arguments() {
		return this.arguments;
	}

}
