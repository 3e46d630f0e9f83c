package cn.yigongti.dev.hissimulator;

/**
 * The caller broke the contract; the message says how.
 */
class BadRequest extends RuntimeException {

	BadRequest(String message) {
		super(message);
	}

}
