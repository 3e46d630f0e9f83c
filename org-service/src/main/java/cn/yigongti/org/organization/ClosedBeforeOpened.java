package cn.yigongti.org.organization;

import java.time.LocalDate;

/** An organization can close on the day after it opened at the earliest. */
public class ClosedBeforeOpened extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final LocalDate openedOn;

	ClosedBeforeOpened(LocalDate openedOn) {
		super("opened on " + openedOn);
		this.openedOn = openedOn;
	}

	public LocalDate openedOn() {
		return this.openedOn;
	}

}
