package cn.yigongti.platform.period;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that is asked for, by China's calendar.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record Period(@Nullable Instant from, @Nullable Instant until) {

	/** Business dates are China's. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2200;

	/** All time without a year, its quarter with one. */
	public static Period ofYear(@Nullable Integer year, @Nullable Integer quarter) {
		if (year == null) {
			if (quarter != null) {
				throw new InvalidParameter(new FieldProblem("/quarter", "needs-year"));
			}
			return new Period(null, null);
		}
		check("/year", year, FIRST_YEAR, LAST_YEAR);
		LocalDate first = LocalDate.of(year, 1, 1);
		if (quarter == null) {
			return new Period(startOf(first), startOf(first.plusYears(1)));
		}
		check("/quarter", quarter, 1, 4);
		LocalDate start = first.plusMonths(3L * (quarter - 1));
		return new Period(startOf(start), startOf(start.plusMonths(3)));
	}

	/**
	 * Between two parameters of a request. Dates include their whole day; an instant is
	 * meant to the point.
	 */
	public static Period between(String fromName, @Nullable String from, String toName, @Nullable String to) {
		return new Period((from != null) ? parse("/" + fromName, from, 0) : null,
				(to != null) ? parse("/" + toName, to, 1) : null);
	}

	private static Instant parse(String pointer, String text, int daysAfter) {
		try {
			Instant instant = text.contains("T") ? OffsetDateTime.parse(text).toInstant()
					: startOf(LocalDate.parse(text).plusDays(daysAfter));
			int year = instant.atZone(ZONE).getYear();
			if (year >= FIRST_YEAR && year <= LAST_YEAR) {
				return instant;
			}
		}
		catch (DateTimeException ex) {
			// answered like a time out of range
		}
		throw new InvalidParameter(new FieldProblem(pointer, "date-or-time"));
	}

	private static Instant startOf(LocalDate day) {
		return day.atStartOfDay(ZONE).toInstant();
	}

	private static void check(String pointer, int value, int least, int most) {
		if (value < least || value > most) {
			throw new InvalidParameter(new FieldProblem(pointer, "range", String.valueOf(least), String.valueOf(most)));
		}
	}

}
