package cn.yigongti.platform.remote;

/**
 * Another service refused our call. The caller of the client decides what that means for
 * its own client.
 */
public class RemoteProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String code;

	public RemoteProblem(String operation, int status, String code) {
		super(operation + " answered " + status + " " + code);
		this.status = status;
		this.code = code;
	}

	public int status() {
		return this.status;
	}

	/**
	 * The problem's stable code; {@code unknown} when the answer was no problem detail.
	 */
	public String code() {
		return this.code;
	}

	public boolean isNotFound() {
		return this.status == 404;
	}

}
