package cn.yigongti.iam.role;

/** There is a role with this code already. */
public class RoleCodeTaken extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RoleCodeTaken(String code) {
		super(code);
	}

}
