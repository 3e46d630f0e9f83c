package cn.yigongti.platform.problem;

/**
 * Not there, or out of the caller's scope, which is the same to them: 404
 * {@code not-found}.
 */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotFound(String what, Object id) {
		super(what + " " + id);
	}

}
