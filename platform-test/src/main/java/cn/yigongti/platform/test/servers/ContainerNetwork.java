package cn.yigongti.platform.test.servers;

import org.testcontainers.containers.GenericContainer;

/** How containers reach each other, and tests reach them. */
interface ContainerNetwork {

	/**
	 * A bridge, or the network of the engine's host, where
	 * {@code YIGONGTI_TEST_NETWORK=host} says that the engine can't make bridges.
	 */
	static ContainerNetwork chosen() {
		return "host".equals(System.getenv("YIGONGTI_TEST_NETWORK")) ? new HostNetwork() : new BridgeNetwork();
	}

	/** The port for a server to listen on, given the usual one. */
	int port(int usual);

	/** The address for a server to listen on. */
	String listen();

	/** Lets a container in, under a name. */
	<C extends GenericContainer<C>> C join(C container, String name, int port);

	/** Where other containers find the one of this name. */
	String peer(String name);

	/** The port at which tests find the server. */
	int reachablePort(GenericContainer<?> container, int port);

}
