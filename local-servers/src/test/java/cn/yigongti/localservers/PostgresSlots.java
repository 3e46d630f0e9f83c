package cn.yigongti.localservers;

import java.sql.Connection;
import java.sql.SQLException;

import static org.awaitility.Awaitility.await;

/** Takes from the primary what it keeps for its standby. */
final class PostgresSlots {

	private PostgresSlots() {
	}

	static void dropWhenInactive(Postgres postgres) throws SQLException {
		try (Connection connection = postgres.connect()) {
			await().until(() -> Postgres.exists(connection,
					"select 1 from pg_replication_slots where slot_name = ? and not active", PostgresStandby.SLOT));
			Postgres.text(connection, "select pg_drop_replication_slot('standby')::text");
		}
	}

}
