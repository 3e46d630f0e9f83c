package cn.yigongti.iam.grant;

/** Nobody would be left who can let others in. */
public class LastPlatformAdministrator extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
