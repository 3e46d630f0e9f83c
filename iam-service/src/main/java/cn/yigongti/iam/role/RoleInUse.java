package cn.yigongti.iam.role;

/** A role that somebody holds can't be deleted. */
public class RoleInUse extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RoleInUse(String code) {
		super(code);
	}

}
