package cn.yigongti.consultation.due;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long reporting may take: a duration ({@code PT30M}), or a number of working days
 * ({@code 4wd}).
 */
record DueTime(Duration duration, int workingDays) {

	private static final Pattern WORKING_DAYS = Pattern.compile("([1-9]\\d?)wd");

	/**
	 * Reads what is configured.
	 * @throws IllegalArgumentException when it is neither
	 */
	static DueTime parse(String text) {
		Matcher days = WORKING_DAYS.matcher(text);
		if (days.matches()) {
			return new DueTime(Duration.ZERO, Integer.parseInt(days.group(1)));
		}
		try {
			Duration duration = Duration.parse(text);
			if (duration.isPositive()) {
				return new DueTime(duration, 0);
			}
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("No due time such as PT30M or 4wd: " + text, ex);
		}
		throw new IllegalArgumentException("A due time is longer than nothing: " + text);
	}

}
