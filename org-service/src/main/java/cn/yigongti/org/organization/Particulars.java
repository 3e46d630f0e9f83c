package cn.yigongti.org.organization;

import java.time.LocalDate;

import cn.yigongti.platform.problem.InvalidInput;

/** An organization as its administrator writes it down. */
public record Particulars(Standing standing, Details details, LocalDate openedOn) {

	/**
	 * The register holds what exists already.
	 * @throws InvalidInput when it opens later than today
	 */
	void requireOpened(LocalDate today) {
		if (this.openedOn.isAfter(today)) {
			throw new InvalidInput("/openedOn", "future-date");
		}
	}

}
