package cn.yigongti.iam.grant;

/**
 * Somebody wants to give or take away a role that holds more, or reaches further, than
 * they do themselves.
 */
public class BeyondOwnAuthority extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Assignment assignment;

	BeyondOwnAuthority(Assignment assignment) {
		super(assignment.toString());
		this.assignment = assignment;
	}

	public Assignment assignment() {
		return this.assignment;
	}

}
