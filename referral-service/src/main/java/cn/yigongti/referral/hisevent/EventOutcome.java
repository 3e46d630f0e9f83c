package cn.yigongti.referral.hisevent;

/** What became of an event when it arrived. */
public enum EventOutcome {

	/** The referral has another status by it. */
	APPLIED,
	/** A move before it is missing; it takes effect when that comes. */
	PARKED,
	/** It happened before the status now reached: it fills what is empty. */
	RECORDED,
	/** It came before; the answer is the one of the first time. */
	DUPLICATE,
	/** Its status can't be reached any more. It stays in the log. */
	REFUSED

}
