package cn.yigongti.dev.hissimulator;

/** What a HIS may do instead of giving the page it is asked for. */
public enum Fault {

	/** Says nothing for longer than anybody waits. */
	SILENCE,
	/** Answers 500. */
	ERROR,
	/** Hangs up. */
	HANG_UP,
	/** Gives half of the page. */
	HALF_A_PAGE,
	/** Gives an empty page, and says that it was the last. */
	EARLY_END

}
