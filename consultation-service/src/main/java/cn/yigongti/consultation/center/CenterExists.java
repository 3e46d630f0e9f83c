package cn.yigongti.consultation.center;

/** The organization is a centre of the consortium already, active or not. */
public class CenterExists extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
