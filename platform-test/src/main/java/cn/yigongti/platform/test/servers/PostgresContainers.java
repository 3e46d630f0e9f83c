package cn.yigongti.platform.test.servers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import cn.yigongti.localservers.Postgres;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** A primary, and a hot standby that begins with a backup of it. */
final class PostgresContainers {

	private static final String IMAGE = "postgres:18.6";

	/* The image lets everybody with a password in, but nobody replicate. */
	private static final String ALLOW_REPLICATION = """
			echo 'host replication all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
			""";

	private static final String COPY_PRIMARY_AND_FOLLOW = """
			pg_basebackup -h "$PRIMARY_HOST" -p "$PRIMARY_PORT" -U postgres -D "$PGDATA" -R -X stream -C -S standby
			exec docker-entrypoint.sh "$@"
			""";

	private final ContainerNetwork network;

	private final String password;

	private PostgresContainers(ContainerNetwork network, String password) {
		this.network = network;
		this.password = password;
	}

	static Postgres start(ContainerNetwork network, String password) {
		PostgresContainers containers = new PostgresContainers(network, password);
		int port = network.port(5432);
		Container primary = containers.primary(port);
		primary.start();
		int standbyPort = network.port(5432);
		Container standby = containers.standby(standbyPort, port);
		standby.start();
		return new Postgres(primary.getHost(), network.reachablePort(primary, port),
				network.reachablePort(standby, standbyPort), "postgres", password);
	}

	private Container primary(int port) {
		return this.network.join(new Container(IMAGE), "primary", port)
			.withEnv("POSTGRES_PASSWORD", this.password)
			.withEnv("POSTGRES_INITDB_ARGS",
					"--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --no-sync")
			.withEnv("PGPORT", String.valueOf(port))
			.withCopyToContainer(Transferable.of(ALLOW_REPLICATION), "/docker-entrypoint-initdb.d/replication.sh")
			.withCommand(server().toArray(String[]::new))
			// The first time is that of the server which only the image's own
			// preparations use.
			.waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2)
				.withStartupTimeout(ContainerServers.START_LIMIT));
	}

	private Container standby(int port, int primaryPort) {
		List<String> command = new ArrayList<>(List.of("bash", "-euc", COPY_PRIMARY_AND_FOLLOW, "standby"));
		command.addAll(server());
		return this.network.join(new Container(IMAGE), "standby", port)
			.withEnv("PGPASSWORD", this.password)
			.withEnv("PGPORT", String.valueOf(port))
			.withEnv("PRIMARY_HOST", this.network.peer("primary"))
			.withEnv("PRIMARY_PORT", String.valueOf(primaryPort))
			.withCommand(command.toArray(String[]::new))
			.waitingFor(Wait.forLogMessage(".*database system is ready to accept read-only connections.*", 1)
				.withStartupTimeout(ContainerServers.START_LIMIT));
	}

	private List<String> server() {
		List<String> command = new ArrayList<>(List.of("postgres"));
		for (String setting : List.of("listen_addresses=" + this.network.listen(), "timezone=UTC", "fsync=off",
				"full_page_writes=off", "max_connections=200", "hot_standby_feedback=on",
				"wal_receiver_status_interval=1s")) {
			Collections.addAll(command, "-c", setting);
		}
		return command;
	}

}
