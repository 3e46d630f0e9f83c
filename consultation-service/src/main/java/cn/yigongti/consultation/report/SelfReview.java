package cn.yigongti.consultation.report;

/** Nobody reviews what they have signed themselves. */
public class SelfReview extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
