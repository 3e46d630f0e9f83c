package cn.yigongti.platform.permission;

import java.util.regex.Pattern;

/**
 * Something that can be permitted.
 *
 * @param code {@code resource:action}
 * @param shared whether the platform declares it, for every service alike; any other
 * belongs to one service alone
 */
public record Permission(String code, String chinese, String english, boolean shared) {

	/** What a code looks like. */
	public static final String CODE = "[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*";

	private static final Pattern PATTERN = Pattern.compile(CODE);

	public Permission {
		if (!PATTERN.matcher(code).matches()) {
			throw new IllegalArgumentException("'" + code + "' is no resource:action");
		}
	}

}
