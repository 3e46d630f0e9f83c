package cn.yigongti.localservers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL primary and its hot standby answer, and who may do everything there.
 */
public record Postgres(String host, int port, int standbyPort, String superuser, String password) {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

	private static final Duration STANDBY_LIMIT = Duration.ofSeconds(30);

	/** How a role proves that it is. */
	public record Login(String role, String password) {

		@Override
		public String toString() {
			return "Login[" + this.role + "]";
		}

	}

	/** JDBC address of a database on the primary. */
	public String url(String database) {
		return url(this.port, database);
	}

	/** JDBC address of the same database on the standby, for reading only. */
	public String standbyUrl(String database) {
		return url(this.standbyPort, database);
	}

	/**
	 * Makes a database with two roles of its own, which are no superusers and the only
	 * ones besides it to connect: the owner, who lays out tables, and the user, who works
	 * with them as far as the owner lets it. What is there already stays, except that the
	 * roles get these passwords, and that what the user owns from times when there was no
	 * other goes to the owner. The standby has the database, too, on return.
	 */
	public void createDatabase(String database, Login owner, Login user) {
		try (Connection connection = connect()) {
			for (Login login : List.of(owner, user)) {
				createRole(connection, login);
			}
			if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
				execute(connection, "create database " + quoted(database) + " owner " + quoted(owner.role()));
			}
			// Afterwards, or what was granted to the user would go to the owner as well.
			handOver(database, user, owner);
			execute(connection, "revoke connect on database " + quoted(database) + " from public");
			execute(connection, "grant connect on database " + quoted(database) + " to " + quoted(user.role()));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot create the database " + database, ex);
		}
		awaitStandby();
	}

	private static void createRole(Connection connection, Login login) throws SQLException {
		if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.role())) {
			execute(connection, "create role " + quoted(login.role()) + " login");
		}
		execute(connection,
				"alter role " + quoted(login.role()) + " password " + literal(connection, login.password()));
	}

	private void handOver(String database, Login user, Login owner) throws SQLException {
		try (Connection connection = connect(this.port, database)) {
			execute(connection, "reassign owned by " + quoted(user.role()) + " to " + quoted(owner.role()));
		}
	}

	/** Drops a database and its roles, whoever is connected. */
	public void dropDatabase(String database, Login owner, Login user) {
		try (Connection connection = connect()) {
			execute(connection, "drop database if exists " + quoted(database) + " with (force)");
			execute(connection, "drop role if exists " + quoted(owner.role()));
			execute(connection, "drop role if exists " + quoted(user.role()));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot drop the database " + database, ex);
		}
	}

	/** Waits until the standby shows all that is committed on the primary now. */
	public void awaitStandby() {
		try (Connection primary = connect(); Connection standby = connectToStandby()) {
			String position = text(primary, "select pg_current_wal_lsn()::text");
			String arrived = "select 1 where pg_last_wal_replay_lsn() >= ?::pg_lsn";
			Waiting waiting = Waiting.atMost(STANDBY_LIMIT);
			while (!exists(standby, arrived, position)) {
				if (!waiting.goesOn()) {
					throw new IllegalStateException(
							"The standby hasn't reached %s within %s".formatted(position, STANDBY_LIMIT));
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot compare the standby with the primary", ex);
		}
	}

	Connection connect() throws SQLException {
		return connect(this.port, "postgres");
	}

	Connection connectToStandby() throws SQLException {
		return connect(this.standbyPort, "postgres");
	}

	private Connection connect(int at, String database) throws SQLException {
		Properties login = new Properties();
		login.setProperty("user", this.superuser);
		login.setProperty("password", this.password);
		login.setProperty("connectTimeout", "5");
		login.setProperty("ApplicationName", "local-servers");
		return DriverManager.getConnection(url(at, database), login);
	}

	private String url(int at, String database) {
		return "jdbc:postgresql://%s:%d/%s".formatted(this.host, at, database);
	}

	static boolean exists(Connection connection, String query, String parameter) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, parameter);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next();
			}
		}
	}

	static String text(Connection connection, String query) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query);
				ResultSet rows = statement.executeQuery()) {
			rows.next();
			return rows.getString(1);
		}
	}

	static void execute(Connection connection, String command) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(command)) {
			statement.execute();
		}
	}

	private static String literal(Connection connection, String text) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("select quote_literal(?)")) {
			statement.setString(1, text);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getString(1);
			}
		}
	}

	private static String quoted(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("Not a plain name of a role or database: " + name);
		}
		return '"' + name + '"';
	}

	@Override
	public String toString() {
		return "Postgres[%s:%d, standby %d]".formatted(this.host, this.port, this.standbyPort);
	}

}
