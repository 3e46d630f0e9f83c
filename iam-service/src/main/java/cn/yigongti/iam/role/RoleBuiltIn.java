package cn.yigongti.iam.role;

/** A built-in role can be neither changed nor deleted. */
public class RoleBuiltIn extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RoleBuiltIn(String code) {
		super(code);
	}

}
