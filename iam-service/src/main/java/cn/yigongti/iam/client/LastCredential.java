package cn.yigongti.iam.client;

/** The client would be left with nothing that lasts to identify itself by. */
public class LastCredential extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
