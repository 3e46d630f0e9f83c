package cn.yigongti.localservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * Makes the standby's data directory out of that of the running primary, by PostgreSQL's
 * low-level backup API: {@code pg_basebackup} isn't among the binaries.
 */
final class PostgresStandby {

	static final String SLOT = "standby";

	/*
	 * What a backup leaves out: see "Backing Up the Data Directory" in PostgreSQL's
	 * manual.
	 */
	private static final Set<String> EMPTY_FOLDERS = Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify",
			"pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

	private static final Set<String> LEFT_OUT_FILES = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init",
			"standby.signal", "backup_label", "tablespace_map");

	private final Postgres address;

	private final Path primary;

	private final Path standby;

	PostgresStandby(Postgres address, Path primary, Path standby) {
		this.address = address;
		this.primary = primary;
		this.standby = standby;
	}

	/** Whether there is a copy for which the primary still keeps what it lacks. */
	boolean usable() throws SQLException {
		if (!Files.exists(this.standby.resolve("standby.signal"))) {
			return false;
		}
		try (Connection connection = this.address.connect()) {
			return Postgres.exists(connection, """
					select 1 from pg_replication_slots
					where slot_name = ? and wal_status in ('reserved', 'extended')""", SLOT);
		}
	}

	/** Whether the standby follows the primary right now. */
	boolean streams() {
		try (Connection connection = this.address.connect()) {
			return Postgres.exists(connection,
					"select 1 from pg_stat_replication where application_name = ? and state = 'streaming'", SLOT);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	void copyPrimary() throws IOException, SQLException {
		Path unfinished = this.standby.resolveSibling("standby.unfinished");
		Trees.delete(unfinished);
		Trees.delete(this.standby);
		try (Connection connection = this.address.connect()) {
			renewSlot(connection);
			Postgres.text(connection, "select pg_backup_start('standby', fast => true)::text");
			Trees.copy(this.primary, unfinished, this::belongsToBackup);
			try (PreparedStatement stop = connection
				.prepareStatement("select labelfile from pg_backup_stop(wait_for_archive => false)");
					ResultSet row = stop.executeQuery()) {
				row.next();
				Files.writeString(unfinished.resolve("backup_label"), row.getString(1));
			}
		}
		Files.createFile(unfinished.resolve("standby.signal"));
		Files.move(unfinished, this.standby, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * From its creation the slot makes the primary keep all WAL that the copy will need.
	 */
	private static void renewSlot(Connection connection) throws SQLException {
		if (Postgres.exists(connection, "select 1 from pg_replication_slots where slot_name = ?", SLOT)) {
			Postgres.text(connection, "select pg_drop_replication_slot('" + SLOT + "')::text");
		}
		Postgres.text(connection, "select pg_create_physical_replication_slot('" + SLOT + "', true)::text");
	}

	private boolean belongsToBackup(Path relative) {
		Path name = relative.getFileName();
		if (name == null || EMPTY_FOLDERS.contains(relative.toString())) {
			return name == null;
		}
		return !LEFT_OUT_FILES.contains(name.toString());
	}

}
