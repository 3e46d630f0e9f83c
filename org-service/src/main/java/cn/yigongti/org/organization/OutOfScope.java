package cn.yigongti.org.organization;

/** The caller may do this, but not for that part of the country. */
public class OutOfScope extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String regionCode;

	public OutOfScope(String regionCode) {
		super("out of scope: " + regionCode);
		this.regionCode = regionCode;
	}

	public String regionCode() {
		return this.regionCode;
	}

}
