package cn.yigongti.iam.secondfactor;

/** A role of the user's needs the second factor that was to be removed. */
public class SecondFactorCompulsory extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
