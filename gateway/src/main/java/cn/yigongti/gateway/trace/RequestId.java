package cn.yigongti.gateway.trace;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a client may quote when something went wrong. */
public final class RequestId {

	public static final String HEADER = "X-Request-Id";

	private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

	private RequestId() {
	}

	public static String fresh() {
		return UUID.randomUUID().toString();
	}

	/** The client's own, if it is fit to stand in a log line. */
	static String from(@Nullable String offered) {
		return (offered != null && SANE.matcher(offered).matches()) ? offered : fresh();
	}

}
