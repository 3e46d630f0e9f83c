package cn.yigongti.consultation.consultation;

/** The other side of the consultation has to do that. */
public class WrongSide extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
