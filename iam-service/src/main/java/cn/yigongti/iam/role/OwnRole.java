package cn.yigongti.iam.role;

/** Nobody changes a role they hold themselves. */
public class OwnRole extends RuntimeException {

	private static final long serialVersionUID = 1L;

	OwnRole(String code) {
		super(code);
	}

}
