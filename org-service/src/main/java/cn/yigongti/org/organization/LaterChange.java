package cn.yigongti.org.organization;

import java.time.LocalDate;

/**
 * The organization changes again on a later day, and nothing that is written down for
 * then is overwritten silently.
 */
public class LaterChange extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final LocalDate date;

	LaterChange(LocalDate date) {
		super("changes on " + date);
		this.date = date;
	}

	public LocalDate date() {
		return this.date;
	}

}
