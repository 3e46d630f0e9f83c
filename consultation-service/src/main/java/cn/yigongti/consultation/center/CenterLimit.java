package cn.yigongti.consultation.center;

/** Both places of the consortium are taken by active centres. */
public class CenterLimit extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
