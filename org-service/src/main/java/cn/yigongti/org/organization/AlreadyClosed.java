package cn.yigongti.org.organization;

import java.time.LocalDate;

/** The organization has a closing date already. */
public class AlreadyClosed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final LocalDate closedOn;

	AlreadyClosed(LocalDate closedOn) {
		super("closed on " + closedOn);
		this.closedOn = closedOn;
	}

	public LocalDate closedOn() {
		return this.closedOn;
	}

}
