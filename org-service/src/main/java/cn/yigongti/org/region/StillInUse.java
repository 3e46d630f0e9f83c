package cn.yigongti.org.region;

/** A division that something stands in or below can't be abolished. */
public class StillInUse extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int divisions;

	private final int organizations;

	StillInUse(int divisions, int organizations) {
		super(divisions + " divisions and " + organizations + " organizations remain");
		this.divisions = divisions;
		this.organizations = organizations;
	}

	/** How many divisions directly below it go on. */
	public int divisions() {
		return this.divisions;
	}

	/** How many organizations in it are open then or later. */
	public int organizations() {
		return this.organizations;
	}

}
