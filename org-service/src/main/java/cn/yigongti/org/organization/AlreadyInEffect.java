package cn.yigongti.org.organization;

import java.time.LocalDate;

/** What has been true for a while is history and can't be withdrawn. */
public class AlreadyInEffect extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final LocalDate date;

	AlreadyInEffect(LocalDate date) {
		super("in effect since " + date);
		this.date = date;
	}

	public LocalDate date() {
		return this.date;
	}

}
