package cn.yigongti.org.organizationimport;

import java.util.List;

/**
 * Why nothing was applied.
 *
 * @param code stable, kebab-case; its text is the message {@code problem.<code>.detail}
 * @param arguments of that text
 */
public record Failure(String code, List<Object> arguments) {

	/** Some rows are wrong, and it was to be all or nothing. */
	public static final String ROWS_REJECTED = "rows-rejected";

	public Failure {
		arguments = List.copyOf(arguments);
	}

	public Failure(String code, Object... arguments) {
		this(code, List.of(arguments));
	}

	public static Failure rowsRejected(int count) {
		return new Failure(ROWS_REJECTED, count);
	}

	/** Whether it was for single rows, each of which says why. */
	public boolean isForRows() {
		return this.code.equals(ROWS_REJECTED);
	}

}
