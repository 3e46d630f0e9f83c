package cn.yigongti.iam.secondfactor;

/**
 * The user has a second factor already; it must be removed before another is enrolled.
 */
public class AlreadyEnrolled extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
