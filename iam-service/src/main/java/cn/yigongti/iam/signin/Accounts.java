package cn.yigongti.iam.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.config.IamProperties;
import cn.yigongti.platform.caller.Caller;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The part of a user that is about signing in. */
@Repository
class Accounts {

	private final JdbcClient jdbc;

	private final IamProperties.SignIn limits;

	private final Clock clock;

	Accounts(JdbcClient jdbc, IamProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.limits = properties.signIn();
		this.clock = clock;
	}

	/** An account that may try a password or a code now. */
	record Attempt(UUID userId, String loginName, UUID organizationId, String passwordHash, boolean locks) {

		Caller caller() {
			return new Caller(this.userId.toString(), Caller.Kind.USER, this.organizationId, null, false, List.of());
		}

	}

	/**
	 * Begins an attempt to sign in, counted as failed until it is said otherwise, so that
	 * guesses at the same moment can't outrun the count. Nothing comes back for who
	 * doesn't exist, is not activated, inactive or locked.
	 */
	Optional<Attempt> attempt(String loginName) {
		return attempt("lower(login_name) = lower(:who)", loginName);
	}

	Optional<Attempt> attempt(UUID userId) {
		return attempt("id = :who", userId);
	}

	private Optional<Attempt> attempt(String which, Object who) {
		OffsetDateTime now = now();
		return this.jdbc
			.sql("""
					update users set
						failed_sign_ins = case when locked_until is null then failed_sign_ins + 1 else 1 end,
						locked_until = case when locked_until is null and failed_sign_ins + 1 >= :limit
							then cast(:until as timestamptz) end
					where %s and active and password_hash is not null and (locked_until is null or locked_until <= :now)
					returning id, login_name, organization_id, password_hash, locked_until is not null as locks"""
				.formatted(which))
			.param("who", who)
			.param("limit", this.limits.failures())
			.param("now", now)
			.param("until", now.plus(this.limits.lockFor()))
			.query((row, number) -> attempt(row))
			.optional();
	}

	/** All went well: failures before are forgotten. */
	void succeed(Attempt attempt) {
		this.jdbc.sql("update users set failed_sign_ins = 0, locked_until = null where id = :id")
			.param("id", attempt.userId())
			.update();
	}

	/**
	 * The attempt was no failure. Those before still count: else whoever knows the
	 * password could try one code after the other.
	 */
	void takeBack(Attempt attempt) {
		this.jdbc.sql("""
				update users set failed_sign_ins = greatest(failed_sign_ins - 1, 0),
					locked_until = case when :locks then null else locked_until end
				where id = :id""").param("id", attempt.userId()).param("locks", attempt.locks()).update();
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

	/** The same password, kept in another way. */
	void renewHash(Attempt attempt, String hash) {
		this.jdbc.sql("update users set password_hash = :hash where id = :id and password_hash = :old")
			.param("id", attempt.userId())
			.param("old", attempt.passwordHash())
			.param("hash", hash)
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Attempt attempt(ResultSet row) throws SQLException {
		return new Attempt(row.getObject("id", UUID.class), row.getString("login_name"),
				row.getObject("organization_id", UUID.class), row.getString("password_hash"), row.getBoolean("locks"));
	}

}
