package cn.yigongti.localservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A primary, and a hot standby that streams from it through a replication slot. */
final class PostgresPair implements RunningServer {

	private static final String SUPERUSER = "postgres";

	/* After kill -9 the primary first replays up to the WAL limit. */
	private static final Duration READY_LIMIT = Duration.ofSeconds(60);

	private static final Duration STREAMING_LIMIT = Duration.ofSeconds(30);

	private final Leash primary;

	private final Leash standby;

	private final Postgres address;

	private PostgresPair(Leash primary, Leash standby, Postgres address) {
		this.primary = primary;
		this.standby = standby;
		this.address = address;
	}

	static PostgresPair start(StateFolder state, String password, int port, int standbyPort, boolean durable) {
		Postgres address = new Postgres(Ports.LOOPBACK, port, standbyPort, SUPERUSER, password);
		PostgresProgram program = new PostgresProgram();
		Path folder = state.folder("postgres");
		try {
			Path passwords = folder.resolve("passwords");
			PrivateFile.write(passwords, "*:*:*:%s:%s%n".formatted(SUPERUSER, password));
			PostgresInstance primary = primary(state, folder, program, password, durable);
			PostgresInstance standby = new PostgresInstance("postgres-standby", folder.resolve("standby"), program,
					durable)
				.with("primary_slot_name", PostgresStandby.SLOT)
				.with("primary_conninfo", "host=%s port=%d user=%s passfile=%s application_name=%s"
					.formatted(Ports.LOOPBACK, port, SUPERUSER, passwords, PostgresStandby.SLOT));
			return start(state, address, primary, standby);
		}
		catch (IOException | SQLException ex) {
			throw new CannotStart("Cannot start PostgreSQL in " + folder + ": " + ex, ex);
		}
	}

	private static PostgresInstance primary(StateFolder state, Path folder, PostgresProgram program, String password,
			boolean durable) throws IOException {
		Path data = folder.resolve("primary");
		if (!Files.exists(data)) {
			Path passwordFile = folder.resolve("initial-password");
			PrivateFile.write(passwordFile, password);
			program.initialize(data, SUPERUSER, passwordFile, state.newLog("postgres-initdb"));
			Files.delete(passwordFile);
		}
		return new PostgresInstance("postgres-primary", data, program, durable);
	}

	private static PostgresPair start(StateFolder state, Postgres address, PostgresInstance primary,
			PostgresInstance standby) throws IOException, SQLException {
		Leash runningPrimary = primary.start(state, address.port());
		try {
			runningPrimary.awaitReady(READY_LIMIT, () -> answers(address::connect));
			PostgresStandby copies = new PostgresStandby(address, primary.data(), standby.data());
			if (!copies.usable()) {
				copies.copyPrimary();
			}
			Leash runningStandby = startStandby(state, address, standby, copies);
			return new PostgresPair(runningPrimary, runningStandby, address);
		}
		catch (IOException | SQLException | RuntimeException ex) {
			runningPrimary.close();
			throw ex;
		}
	}

	/**
	 * A standby that can't follow any more, for whatever reason, is copied anew, once.
	 */
	private static Leash startStandby(StateFolder state, Postgres address, PostgresInstance standby,
			PostgresStandby copies) throws IOException, SQLException {
		try {
			return startOnce(state, address, standby, copies);
		}
		catch (CannotStart cannotFollow) {
			copies.copyPrimary();
			return startOnce(state, address, standby, copies);
		}
	}

	private static Leash startOnce(StateFolder state, Postgres address, PostgresInstance standby,
			PostgresStandby copies) throws IOException {
		Leash running = standby.start(state, address.standbyPort());
		try {
			running.awaitReady(STREAMING_LIMIT, () -> copies.streams() && answers(address::connectToStandby));
			return running;
		}
		catch (RuntimeException ex) {
			running.close();
			throw ex;
		}
	}

	private static boolean answers(Server server) {
		try (Connection connection = server.connect()) {
			return connection.isValid(5);
		}
		catch (SQLException notYet) {
			return false;
		}
	}

	@Override
	public Addresses addTo(Addresses others) {
		return new Addresses(this.address, others.redis(), others.elasticsearch());
	}

	/** The primary first: it ends when the standby has received everything. */
	@Override
	public void close() {
		this.primary.close();
		this.standby.close();
	}

	private interface Server {

		Connection connect() throws SQLException;

	}

}
