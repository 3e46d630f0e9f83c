package cn.yigongti.localservers;

/** One of the servers, ready. */
interface RunningServer extends AutoCloseable {

	/** These addresses and this server's. */
	Addresses addTo(Addresses others);

	/** Stops it in good order. */
	@Override
	void close();

}
