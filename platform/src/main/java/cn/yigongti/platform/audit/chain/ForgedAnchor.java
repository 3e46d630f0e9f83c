package cn.yigongti.platform.audit.chain;

/** Entries up to this one are gone, and it wasn't the service that purged them. */
class ForgedAnchor extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long number;

	ForgedAnchor(long number) {
		super("the anchor at entry " + number + " was not made by this service");
		this.number = number;
	}

	long number() {
		return this.number;
	}

}
