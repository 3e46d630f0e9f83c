package cn.yigongti.iam.signin;

/**
 * Name and code don't belong together, or the code has expired or been tried too often;
 * which of it is not told.
 */
public class ActivationRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
