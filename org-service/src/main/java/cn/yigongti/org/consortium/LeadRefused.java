package cn.yigongti.org.consortium;

/** The organization named can't lead the consortium. */
public class LeadRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** When it was to take the lead. */
	public enum Occasion {

		ESTABLISHMENT, CHANGE

	}

	/** Why. */
	public enum Reason {

		/** There is none with this id, as far as the caller can see. */
		UNKNOWN,
		/** Only county hospitals lead. */
		NOT_COUNTY,
		/** It belongs to another county. */
		OTHER_COUNTY,
		/** It isn't open on that day and from then on. */
		NOT_ACTIVE,
		/** It isn't a member on that day and from then on. */
		NOT_MEMBER,
		/** It is in a consortium on or after the day this one is established. */
		ALREADY_MEMBER

	}

	private final Occasion occasion;

	private final Reason reason;

	LeadRefused(Occasion occasion, Reason reason) {
		super(occasion + ": " + reason);
		this.occasion = occasion;
		this.reason = reason;
	}

	public Occasion occasion() {
		return this.occasion;
	}

	public Reason reason() {
		return this.reason;
	}

}
