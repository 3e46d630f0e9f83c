package cn.yigongti.iam.signin;

import java.util.UUID;

/** A user whom the Cloud HIS has disabled can't be activated. */
public class UserInactive extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UserInactive(UUID id) {
		super(id.toString());
	}

}
