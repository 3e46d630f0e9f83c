package cn.yigongti.platform.routing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The standby while it follows closely; the primary while it is down, disconnected or too
 * far behind. Looked at once a second at most, by whoever asks first.
 */
class StandbyDataSource extends AbstractDataSource {

	private static final Logger log = LoggerFactory.getLogger(StandbyDataSource.class);

	private static final long CHECK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

	/** Nothing left to replay is no lag, however long ago the last transaction was. */
	private static final String LAG_SECONDS = """
			select case
			  when not pg_is_in_recovery() then 0
			  when not exists (select from pg_stat_wal_receiver) then 1e9
			  when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
			  else coalesce(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()), 0)
			end""";

	private final DataSource standby;

	private final DataSource primary;

	private final Duration tolerance;

	private final ReentrantLock checking = new ReentrantLock();

	private volatile boolean usable;

	private volatile long checkedAt = System.nanoTime() - CHECK_EVERY_NANOS;

	StandbyDataSource(DataSource standby, DataSource primary, Duration tolerance) {
		this.standby = standby;
		this.primary = primary;
		this.tolerance = tolerance;
	}

	@Override
	public Connection getConnection() throws SQLException {
		checkNowAndThen();
		if (this.usable) {
			try {
				return this.standby.getConnection();
			}
			catch (SQLException ex) {
				use(false);
			}
		}
		return this.primary.getConnection();
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return getConnection();
	}

	boolean isUsable() {
		return this.usable;
	}

	private void checkNowAndThen() {
		if (System.nanoTime() - this.checkedAt < CHECK_EVERY_NANOS || !this.checking.tryLock()) {
			return;
		}
		try {
			use(lagSeconds() <= this.tolerance.toSeconds());
		}
		catch (SQLException ex) {
			use(false);
		}
		finally {
			this.checkedAt = System.nanoTime();
			this.checking.unlock();
		}
	}

	private double lagSeconds() throws SQLException {
		try (Connection connection = this.standby.getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(LAG_SECONDS)) {
			result.next();
			return result.getDouble(1);
		}
	}

	private void use(boolean nowUsable) {
		if (this.usable != nowUsable) {
			log.info("standby database {}", nowUsable ? "in use" : "not usable, reads go to the primary");
		}
		this.usable = nowUsable;
	}

}
