package cn.yigongti.org.consortium;

import java.time.LocalDate;

/** The lead would change before the latest lead took over. */
public class LeadChangeTooEarly extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final LocalDate earliest;

	LeadChangeTooEarly(LocalDate earliest) {
		super("lead can change on " + earliest + " at the earliest");
		this.earliest = earliest;
	}

	public LocalDate earliest() {
		return this.earliest;
	}

}
