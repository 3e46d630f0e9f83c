package cn.yigongti.dev.services;

/**
 * Another program listens where the gateway should.
 */
public class PortTaken extends RuntimeException {

	PortTaken(int port, Throwable cause) {
		super("Port %d of 127.0.0.1 is taken by another program. Choose another one: make run PORT=%d".formatted(port,
				port + 1), cause);
	}

}
