package cn.yigongti.org.organizationimport.submission;

/** A request with the same idempotency key is being handled right now. */
public class SubmissionInProgress extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
