package cn.yigongti.localservers;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Servers that run until this is closed, or until this JVM ends in whichever way. */
public final class RunningServers implements AutoCloseable {

	private final List<RunningServer> running;

	private final StateFolder state;

	private final Addresses addresses;

	private boolean closed;

	RunningServers(List<RunningServer> running, StateFolder state) {
		this.running = running;
		this.state = state;
		Addresses known = new Addresses(null, null, null);
		for (RunningServer server : running) {
			known = server.addTo(known);
		}
		this.addresses = known;
	}

	public Postgres postgres() {
		return started("PostgreSQL", this.addresses.postgres());
	}

	public Redis redis() {
		return started("Redis", this.addresses.redis());
	}

	public Elasticsearch elasticsearch() {
		return started("Elasticsearch", this.addresses.elasticsearch());
	}

	public Addresses addresses() {
		return this.addresses;
	}

	/** Stops them in good order; when it returns their ports are free again. */
	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			this.running.parallelStream().forEach(RunningServer::close);
			this.state.close();
		}
	}

	private static <T> T started(String server, @Nullable T address) {
		if (address == null) {
			throw new IllegalStateException(server + " wasn't asked for when these servers were started");
		}
		return address;
	}

}
