package cn.yigongti.platform.problem;

/**
 * There, but out of the caller's scope. The caller isn't told the difference; the audit
 * trail is.
 */
public class OutOfScope extends NotFound {

	/** Request attribute that tells such an answer from others that look the same. */
	public static final String ANSWERED = OutOfScope.class.getName();

	private static final long serialVersionUID = 1L;

	public OutOfScope(String what, Object id) {
		super(what, id);
	}

}
