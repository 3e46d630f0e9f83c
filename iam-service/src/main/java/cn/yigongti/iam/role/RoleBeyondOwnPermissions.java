package cn.yigongti.iam.role;

import java.util.List;

/** Somebody wants to make a role that holds more than they do. */
public class RoleBeyondOwnPermissions extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RoleBeyondOwnPermissions(List<String> missing) {
		super(String.join(", ", missing));
	}

}
