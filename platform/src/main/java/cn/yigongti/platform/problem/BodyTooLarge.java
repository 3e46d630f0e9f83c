package cn.yigongti.platform.problem;

import java.io.IOException;

/** More body than the service takes: 413 {@code too-large}. */
public class BodyTooLarge extends IOException {

	private static final long serialVersionUID = 1L;

	public BodyTooLarge(long limitBytes) {
		super("body exceeds " + limitBytes + " bytes");
	}

}
