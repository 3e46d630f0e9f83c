package cn.yigongti.org.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Today's date in Asia/Shanghai. */
@Component
public class Today {

	private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

	private final Clock clock;

	public Today(Clock clock) {
		this.clock = clock;
	}

	public LocalDate date() {
		return LocalDate.ofInstant(this.clock.instant(), CHINA);
	}

	public LocalDate or(@Nullable LocalDate asked) {
		return (asked != null) ? asked : date();
	}

}
