package cn.yigongti.org.organization;

import java.time.LocalDate;

/** An organization has opened before the day on which it first changes. */
public class OpenedAfterChange extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final LocalDate date;

	OpenedAfterChange(LocalDate date) {
		super("changes on " + date);
		this.date = date;
	}

	public LocalDate date() {
		return this.date;
	}

}
