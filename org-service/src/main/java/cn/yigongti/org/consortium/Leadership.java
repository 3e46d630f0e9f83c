package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who leads a consortium (牵头医院) from a day on.
 *
 * @param untilOn the first day it doesn't lead any more
 */
record Leadership(UUID organizationId, LocalDate fromOn, @Nullable LocalDate untilOn) {

	boolean isOn(LocalDate date) {
		return !date.isBefore(this.fromOn) && isAfter(date);
	}

	/** Whether any of it lies on or after a date. */
	boolean isAfter(LocalDate date) {
		return this.untilOn == null || this.untilOn.isAfter(date);
	}

	Leadership endingOn(LocalDate date) {
		return new Leadership(this.organizationId, this.fromOn, date);
	}

}
