package cn.yigongti.consultation.attachment;

/** The consultation has as many files as it may have. */
public class TooManyAttachments extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int limit;

	TooManyAttachments(int limit) {
		super("limit " + limit);
		this.limit = limit;
	}

	public int limit() {
		return this.limit;
	}

}
