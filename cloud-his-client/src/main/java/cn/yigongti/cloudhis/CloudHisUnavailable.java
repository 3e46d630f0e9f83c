package cn.yigongti.cloudhis;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** A HIS gave no usable answer. */
public class CloudHisUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public enum Reason {

		/** Not asked: the operator doesn't let us call there. */
		NOT_ALLOWED,
		/** No connection, or it broke. */
		UNREACHABLE,
		/** No whole answer within the time limit. */
		TIMED_OUT,
		/** It answered with a server error, or that we ask too often. */
		FAILED,
		/** It refuses us: a client error, so asking again won't help. */
		REFUSED,
		/** It can't be asked for a single user: it answers with others. */
		NOT_SUPPORTED,
		/** It answered something that is no page of users. */
		UNREADABLE,
		/** Not asked: it has failed too often just now. */
		SUSPENDED,
		/** Not asked: as many calls as it is allowed are under way. */
		BUSY

	}

	private final Reason reason;

	CloudHisUnavailable(URI his, Reason reason, @Nullable Throwable cause) {
		super("Cloud HIS " + his.getAuthority() + ": " + reason, cause);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Whether the same question may well be answered in a moment. */
	boolean isPassing() {
		return switch (this.reason) {
			case UNREACHABLE, TIMED_OUT, FAILED, UNREADABLE -> true;
			case NOT_ALLOWED, REFUSED, NOT_SUPPORTED, SUSPENDED, BUSY -> false;
		};
	}

}
