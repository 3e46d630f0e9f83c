package cn.yigongti.consultation.consultation;

/** Another reporting doctor has taken it. */
public class AlreadyClaimed extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
