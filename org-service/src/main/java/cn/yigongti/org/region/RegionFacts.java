package cn.yigongti.org.region;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator writes down of a division.
 *
 * @param establishedOn {@code null} when nobody knows
 * @param abolishedOn the day from which it is no more; {@code null} as long as that has
 * not come
 */
public record RegionFacts(String name, @Nullable LocalDate establishedOn, @Nullable LocalDate abolishedOn) {

	/** Whether it goes on until after this date. */
	boolean outlasts(LocalDate date) {
		return this.abolishedOn == null || this.abolishedOn.isAfter(date);
	}

	/** Whether these facts let it end sooner than the others do. */
	boolean endSoonerThan(RegionFacts others) {
		return this.abolishedOn != null && others.outlasts(this.abolishedOn);
	}

}
