package cn.yigongti.localservers;

import org.jspecify.annotations.Nullable;

/** A server can't be started; the message says which, why, and where its log is. */
public class CannotStart extends RuntimeException {

	CannotStart(String message) {
		super(message);
	}

	CannotStart(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
