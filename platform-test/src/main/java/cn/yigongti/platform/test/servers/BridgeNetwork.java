package cn.yigongti.platform.test.servers;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;

/** A network of the containers' own, out of which the engine maps ports. */
final class BridgeNetwork implements ContainerNetwork {

	private final Network network = Network.newNetwork();

	@Override
	public int port(int usual) {
		return usual;
	}

	@Override
	public String listen() {
		return "0.0.0.0";
	}

	@Override
	public <C extends GenericContainer<C>> C join(C container, String name, int port) {
		return container.withNetwork(this.network).withNetworkAliases(name).withExposedPorts(port);
	}

	@Override
	public String peer(String name) {
		return name;
	}

	@Override
	public int reachablePort(GenericContainer<?> container, int port) {
		return container.getMappedPort(port);
	}

}
