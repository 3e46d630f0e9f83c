package cn.yigongti.iam.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import cn.yigongti.iam.code.TypedCode;
import cn.yigongti.platform.crypto.KeyedHash;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Activation codes that are open, one a user, as keyed hashes. */
@Repository
class Activations {

	static final Duration VALIDITY = Duration.ofDays(3);

	static final int TRIES = 5;

	private final JdbcClient jdbc;

	private final KeyedHash hash;

	private final Clock clock;

	Activations(JdbcClient jdbc, KeyedHash hash, Clock clock) {
		this.jdbc = jdbc;
		this.hash = hash;
		this.clock = clock;
	}

	/** Opens a code; one opened before for the same user is void. */
	Instant open(UUID user, String code) {
		Instant expiresAt = this.clock.instant().plus(VALIDITY);
		this.jdbc.sql("""
				insert into activation (user_id, code_hash, expires_at) values (:user, :hash, :expires)
				on conflict (user_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at,
					failures = 0""")
			.param("user", user)
			.param("hash", this.hash.of(TypedCode.normalised(code)))
			.param("expires", expiresAt.atOffset(ZoneOffset.UTC))
			.update();
		return expiresAt;
	}

	/** Uses a code up, if it is the right one; every wrong one counts. */
	boolean redeem(UUID user, String code) {
		int redeemed = this.jdbc.sql("""
				delete from activation
				where user_id = :user and code_hash = any (:hashes) and failures < :tries and expires_at > :now""")
			.param("user", user)
			.param("hashes", this.hash.allOf(TypedCode.normalised(code)).toArray(String[]::new))
			.param("tries", TRIES)
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
		if (redeemed == 0) {
			this.jdbc.sql("update activation set failures = failures + 1 where user_id = :user")
				.param("user", user)
				.update();
		}
		return redeemed == 1;
	}

}
