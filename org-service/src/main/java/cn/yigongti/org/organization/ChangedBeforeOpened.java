package cn.yigongti.org.organization;

import java.time.LocalDate;

/** An organization can change on the day it opened at the earliest. */
public class ChangedBeforeOpened extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final LocalDate openedOn;

	ChangedBeforeOpened(LocalDate openedOn) {
		super("opened on " + openedOn);
		this.openedOn = openedOn;
	}

	public LocalDate openedOn() {
		return this.openedOn;
	}

}
