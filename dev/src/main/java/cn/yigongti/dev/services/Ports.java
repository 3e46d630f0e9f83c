package cn.yigongti.dev.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where each service listens on 127.0.0.1: the gateway where it was told to, the others
 * anywhere.
 */
public final class Ports {

	/**
	 * Below the ports that kernels give to outgoing connections, so that none takes one
	 * before its service listens; and beside those of the local servers.
	 */
	private static final int FIRST = 10_000;

	private static final int LAST = 19_999;

	private final Map<Service, Integer> ports;

	private Ports(Map<Service, Integer> ports) {
		this.ports = ports;
	}

	/**
	 * Chooses the ports.
	 * @throws PortTaken when another program listens on the gateway's
	 */
	public static Ports choose(int gateway) {
		List<ServerSocket> open = new ArrayList<>();
		try {
			Map<Service, Integer> ports = new EnumMap<>(Service.class);
			for (Service service : Service.values()) {
				// All stay open until all are chosen, so that none is chosen twice.
				ServerSocket socket = (service == Service.GATEWAY && gateway != 0) ? listen(gateway) : listenAnywhere();
				open.add(socket);
				ports.put(service, socket.getLocalPort());
			}
			return new Ports(ports);
		}
		finally {
			open.forEach(Ports::close);
		}
	}

	public int of(Service service) {
		Integer port = this.ports.get(service);
		if (port == null) {
			throw new IllegalArgumentException("No port for " + service);
		}
		return port;
	}

	public URI uri(Service service) {
		return URI.create("http://127.0.0.1:" + of(service));
	}

	private static ServerSocket listenAnywhere() {
		while (true) {
			try {
				return listen(ThreadLocalRandom.current().nextInt(FIRST, LAST + 1));
			}
			catch (PortTaken ex) {
				// Then another one.
			}
		}
	}

	private static ServerSocket listen(int port) {
		try {
			ServerSocket socket = new ServerSocket();
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return socket;
		}
		catch (IOException ex) {
			throw new PortTaken(port, ex);
		}
	}

	private static void close(ServerSocket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
