package cn.yigongti.gateway.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port where nobody listens and nobody else will, until it is released. */
public final class TakenPort {

	private final Socket socket = new Socket();

	private final int number;

	public TakenPort() {
		try {
			this.socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			this.number = this.socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int number() {
		return this.number;
	}

	public int release() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.number;
	}

}
