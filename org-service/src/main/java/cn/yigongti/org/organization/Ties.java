package cn.yigongti.org.organization;

import java.time.LocalDate;

/**
 * What others hold on an organization. They are asked before it changes in a way they
 * depend on, and throw a fact of their own when it can't.
 */
public interface Ties {

	/** Lets go of an organization that is about to close on this date, or refuses. */
	void release(Organization organization, LocalDate closedOn);

	/**
	 * Refuses a change from a day on when what they hold on that day or later doesn't
	 * allow it.
	 */
	void allow(Organization changed, LocalDate from);

}
