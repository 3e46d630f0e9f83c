package cn.yigongti.org.organization;

/** The parent given can't be, or one is missing. */
public class ParentRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		/** A village clinic needs one. */
		MISSING,
		/** There is none with this id, as far as the caller can see. */
		UNKNOWN,
		/** It is not of the next tier up. */
		WRONG_TIER,
		/** Its division code doesn't begin like the child's. */
		OTHER_DIVISION,
		/** The child would belong to it before it opens. */
		NOT_YET_OPEN,
		/** It closes before the child does. */
		CLOSED

	}

	private final Reason reason;

	ParentRefused(Reason reason) {
		super("parent refused: " + reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
