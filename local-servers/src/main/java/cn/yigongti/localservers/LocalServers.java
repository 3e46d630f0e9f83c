package cn.yigongti.localservers;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Which servers to start in a state folder. A second start in the same folder comes up
 * with the same data, also when everything was killed in between.
 *
 * <pre>{@code
 * try (RunningServers servers = LocalServers.in(Path.of(".run/servers")).withPostgres().withRedis().start()) {
 *     servers.postgres().createDatabase("org", owner, user);
 * }
 * }</pre>
 */
public final class LocalServers {

	private final Path stateFolder;

	private boolean durable = true;

	private @Nullable PostgresPorts postgres;

	private @Nullable Integer redis;

	private @Nullable Integer elasticsearch;

	private LocalServers(Path stateFolder) {
		this.stateFolder = stateFolder;
	}

	public static LocalServers in(Path stateFolder) {
		return new LocalServers(stateFolder);
	}

	/** A primary and a hot standby, on any free ports. */
	public LocalServers withPostgres() {
		return withPostgres(Ports.ANY, Ports.ANY);
	}

	public LocalServers withPostgres(int port, int standbyPort) {
		this.postgres = new PostgresPorts(port, standbyPort);
		return this;
	}

	/** On any free port. */
	public LocalServers withRedis() {
		return withRedis(Ports.ANY);
	}

	public LocalServers withRedis(int port) {
		this.redis = port;
		return this;
	}

	/** One node, on any free port. */
	public LocalServers withElasticsearch() {
		return withElasticsearch(Ports.ANY);
	}

	public LocalServers withElasticsearch(int port) {
		this.elasticsearch = port;
		return this;
	}

	/**
	 * Doesn't wait for disks: faster, and for data that nobody wants back after a power
	 * cut.
	 */
	public LocalServers withoutDurability() {
		this.durable = false;
		return this;
	}

	/**
	 * Starts them side by side, and returns when all are ready.
	 * @throws CannotStart when one can't be started, after the others were stopped
	 */
	public RunningServers start() {
		StateFolder state = StateFolder.take(this.stateFolder);
		try {
			return new RunningServers(launch(state, Secrets.of(state)).await(), state);
		}
		catch (RuntimeException ex) {
			state.close();
			throw ex;
		}
	}

	/** All ports are claimed before anything starts. */
	private Launch launch(StateFolder state, Secrets secrets) {
		Launch launch = new Launch();
		if (this.postgres != null) {
			int port = Ports.claim("the PostgreSQL primary", this.postgres.primary());
			int standbyPort = Ports.claim("the PostgreSQL standby", this.postgres.standby());
			launch.add(() -> PostgresPair.start(state, secrets.postgres(), port, standbyPort, this.durable));
		}
		if (this.redis != null) {
			int port = Ports.claim("Redis", this.redis);
			launch.add(() -> RedisServer.start(state, secrets.redis(), port, this.durable));
		}
		if (this.elasticsearch != null) {
			int port = Ports.claim("Elasticsearch", this.elasticsearch);
			launch.add(() -> ElasticsearchServer.start(state, port));
		}
		return launch;
	}

	private record PostgresPorts(int primary, int standby) {
	}

}
