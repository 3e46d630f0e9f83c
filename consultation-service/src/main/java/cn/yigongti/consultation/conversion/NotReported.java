package cn.yigongti.consultation.conversion;

/** Only what is reported can lead to a referral. */
public class NotReported extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
