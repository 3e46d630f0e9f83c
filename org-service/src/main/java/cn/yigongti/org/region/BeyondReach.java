package cn.yigongti.org.region;

/** The caller keeps divisions, but not this one. */
public class BeyondReach extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	public BeyondReach(String code) {
		super("beyond reach: " + code);
		this.code = code;
	}

	public String code() {
		return this.code;
	}

}
