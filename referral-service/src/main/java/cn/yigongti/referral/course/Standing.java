package cn.yigongti.referral.course;

/**
 * What an event means in the course of its referral, given all the other events known by
 * now.
 */
public enum Standing {

	/** It made one of the legal moves. */
	MOVED,
	/** It happened before the status now reached: it fills what is empty. */
	RECORDED,
	/** A move before it is missing; it takes effect when that comes. */
	PARKED,
	/** Its status can't be reached any more. */
	REFUSED

}
