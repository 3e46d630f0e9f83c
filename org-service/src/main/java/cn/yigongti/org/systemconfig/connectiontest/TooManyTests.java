package cn.yigongti.org.systemconfig.connectiontest;

/** As many connection tests are under way as may be. */
public class TooManyTests extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
