package cn.yigongti.localservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on the loopback address. */
final class Ports {

	static final String LOOPBACK = "127.0.0.1";

	/** Asks for any free port. */
	static final int ANY = 0;

	/*
	 * Below the range from which kernels take the ports of outgoing connections, so that
	 * a port found free isn't taken by one before the server listens.
	 */
	private static final int FIRST = 20_000;

	private static final int LAST = 32_000;

	private static final int ATTEMPTS = 200;

	private Ports() {
	}

	/** The wanted port when it is free, or any free one when {@link #ANY} is wanted. */
	static int claim(String server, int wanted) {
		if (wanted == ANY) {
			return anyFree(server);
		}
		if (!free(wanted)) {
			throw new CannotStart(
					"Port %d, wanted for %s, is in use on %s: stop what listens there or choose another port"
						.formatted(wanted, server, LOOPBACK));
		}
		return wanted;
	}

	private static int anyFree(String server) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
			if (free(port)) {
				return port;
			}
		}
		throw new CannotStart("No free port between %d and %d for %s".formatted(FIRST, LAST, server));
	}

	private static boolean free(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port));
			return true;
		}
		catch (IOException taken) {
			return false;
		}
	}

}
