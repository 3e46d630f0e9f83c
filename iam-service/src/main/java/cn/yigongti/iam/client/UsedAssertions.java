package cn.yigongti.iam.client;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import cn.yigongti.platform.crypto.KeyedHash;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Assertions of {@code private_key_jwt} that were shown, for as long as they would be
 * good. In the database: a replay may go to another replica, or come after a restart.
 */
@Repository
public class UsedAssertions {

	private final JdbcClient jdbc;

	private final KeyedHash hash;

	private final Clock clock;

	UsedAssertions(JdbcClient jdbc, KeyedHash hash, Clock clock) {
		this.jdbc = jdbc;
		this.hash = hash;
		this.clock = clock;
	}

	/** Whether this one is shown for the first time; it is not from now on. */
	public boolean isFirstUse(UUID client, String id, Instant until) {
		return this.jdbc.sql("""
				insert into used_client_assertion (client_id, jti_hash, expires_at) values (:client, :hash, :until)
				on conflict do nothing""")
			.param("client", client)
			.param("hash", this.hash.of("client-assertion:" + id))
			.param("until", until.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
	void forgetExpired() {
		this.jdbc.sql("delete from used_client_assertion where expires_at < :now")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

}
