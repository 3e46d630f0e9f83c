package cn.yigongti.dev.demo;

/**
 * The platform didn't do what the load asked for.
 */
public class LoadFailed extends RuntimeException {

	LoadFailed(String message) {
		super(message);
	}

}
