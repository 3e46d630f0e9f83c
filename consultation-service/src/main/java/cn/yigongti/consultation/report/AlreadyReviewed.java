package cn.yigongti.consultation.report;

/** The version has its reviewer, or a newer one holds. */
public class AlreadyReviewed extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
