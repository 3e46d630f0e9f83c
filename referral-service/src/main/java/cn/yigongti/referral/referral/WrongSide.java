package cn.yigongti.referral.referral;

/** The caller may see the referral, but what they ask for is the other side's to do. */
public class WrongSide extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
