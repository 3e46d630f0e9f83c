package cn.yigongti.gateway.problem;

import java.io.IOException;

/** Makes the server break off a connection on which an answer has begun. */
final class AnswerCutShort extends IOException {

	private static final long serialVersionUID = 1L;

	AnswerCutShort() {
		super("answer cut short");
	}

	/** Where it came from has been said already. */
	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
