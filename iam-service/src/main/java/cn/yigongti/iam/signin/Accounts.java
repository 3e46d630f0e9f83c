package cn.yigongti.iam.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The part of a user that is about signing in. */
@Repository
class Accounts {

	static final int FAILURES_TO_LOCK = 5;

	static final Duration LOCK = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final Clock clock;

	Accounts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** An account that may try a password now. */
	record Attempt(UUID userId, UUID organizationId, String passwordHash, boolean locks) {

	}

	/**
	 * Begins an attempt to sign in, counted as failed until {@link #succeed} says
	 * otherwise, so that guesses at the same moment can't outrun the count. Nothing comes
	 * back for who doesn't exist, is not activated, inactive or locked.
	 */
	Optional<Attempt> attempt(String loginName) {
		return this.jdbc.sql("""
				update users set
					failed_sign_ins = case when locked_until is null then failed_sign_ins + 1 else 1 end,
					locked_until = case when locked_until is null and failed_sign_ins + 1 >= :limit
						then cast(:until as timestamptz) end
				where lower(login_name) = lower(:loginName) and active and password_hash is not null
					and (locked_until is null or locked_until <= :now)
				returning id, organization_id, password_hash, locked_until is not null as locks""")
			.param("loginName", loginName)
			.param("limit", FAILURES_TO_LOCK)
			.param("now", now())
			.param("until", now().plus(LOCK))
			.query((row, number) -> attempt(row))
			.optional();
	}

	void succeed(UUID userId) {
		this.jdbc.sql("update users set failed_sign_ins = 0, locked_until = null where id = :id")
			.param("id", userId)
			.update();
	}

	Optional<UUID> activeUser(String loginName) {
		return this.jdbc.sql("select id from users where lower(login_name) = lower(:loginName) and active for update")
			.param("loginName", loginName)
			.query(UUID.class)
			.optional();
	}

	/** A new password also ends a lock. */
	void changePassword(UUID userId, String hash) {
		this.jdbc.sql("""
				update users set password_hash = :hash, failed_sign_ins = 0, locked_until = null, version = version + 1,
					updated_at = :now
				where id = :id""").param("id", userId).param("hash", hash).param("now", now()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Attempt attempt(ResultSet row) throws SQLException {
		return new Attempt(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
				row.getString("password_hash"), row.getBoolean("locks"));
	}

}
