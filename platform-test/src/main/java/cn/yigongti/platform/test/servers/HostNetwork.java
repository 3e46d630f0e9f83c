package cn.yigongti.platform.test.servers;

import org.springframework.test.util.TestSocketUtils;
import org.testcontainers.containers.GenericContainer;

/**
 * The network of the engine's host, which is this machine: each server takes a free port
 * of it.
 */
final class HostNetwork implements ContainerNetwork {

	private static final String LOOPBACK = "127.0.0.1";

	@Override
	public int port(int usual) {
		return TestSocketUtils.findAvailableTcpPort();
	}

	@Override
	public String listen() {
		return LOOPBACK;
	}

	@Override
	public <C extends GenericContainer<C>> C join(C container, String name, int port) {
		return container.withNetworkMode("host");
	}

	@Override
	public String peer(String name) {
		return LOOPBACK;
	}

	@Override
	public int reachablePort(GenericContainer<?> container, int port) {
		return port;
	}

}
