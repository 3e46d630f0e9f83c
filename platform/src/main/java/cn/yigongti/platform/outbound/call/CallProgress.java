package cn.yigongti.platform.outbound.call;

/**
 * Is told how far a call has come, on the thread that makes it. Steps that a call doesn't
 * need are left out: a connection that still stood is not made again.
 */
public interface CallProgress {

	/** For whom it is enough to know the end. */
	CallProgress IGNORED = new CallProgress() {
	};

	default void nameResolved() {
	}

	default void connected() {
	}

	default void secured() {
	}

	/** The answer begins. */
	default void answered(int status) {
	}

}
