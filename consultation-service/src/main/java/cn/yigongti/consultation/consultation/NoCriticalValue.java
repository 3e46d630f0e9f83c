package cn.yigongti.consultation.consultation;

/** There is no critical value to acknowledge. */
public class NoCriticalValue extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
