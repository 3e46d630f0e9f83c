package cn.yigongti.org.systemconfig.connectiontest;

import java.util.UUID;

/** No address of a Cloud HIS applies at the organization, and none was given. */
public class NothingToTest extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NothingToTest(UUID organizationId) {
		super("no address of a Cloud HIS at " + organizationId);
	}

}
