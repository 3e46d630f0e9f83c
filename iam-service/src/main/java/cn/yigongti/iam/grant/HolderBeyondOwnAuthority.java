package cn.yigongti.iam.grant;

/**
 * Somebody wants to get at an account that holds a role which holds more, or reaches
 * further, than they do themselves.
 */
public class HolderBeyondOwnAuthority extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Assignment assignment;

	HolderBeyondOwnAuthority(Assignment assignment) {
		super(assignment.toString());
		this.assignment = assignment;
	}

	public Assignment assignment() {
		return this.assignment;
	}

}
