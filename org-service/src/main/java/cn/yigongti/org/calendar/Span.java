package cn.yigongti.org.calendar;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The days from one date until the day before another; all days from the first when there
 * is no other.
 */
public record Span(LocalDate from, @Nullable LocalDate until) {

	public boolean isEmpty() {
		return !reachesBeyond(this.from);
	}

	public boolean covers(LocalDate date) {
		return !date.isBefore(this.from) && reachesBeyond(date);
	}

	/** Whether any of it lies on or after a date. */
	public boolean reachesBeyond(LocalDate date) {
		return this.until == null || this.until.isAfter(date);
	}

	/** Whether some of it still lies ahead when the other has ended. */
	public boolean outlasts(Span other) {
		return other.until != null && reachesBeyond(other.until);
	}

	public boolean overlaps(Span other) {
		return !intersection(other).isEmpty();
	}

	/** The days that are in both; empty when there are none. */
	public Span intersection(Span other) {
		LocalDate start = this.from.isAfter(other.from) ? this.from : other.from;
		return new Span(start, outlasts(other) ? other.until : this.until);
	}

}
