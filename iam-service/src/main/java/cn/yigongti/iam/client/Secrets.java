package cn.yigongti.iam.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets of machine clients, by their hashes. */
@Repository
public class Secrets {

	private final JdbcClient jdbc;

	private final Clock clock;

	Secrets(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those that are good now, the newest first. */
	public List<ClientSecret> of(UUID client) {
		return ofAll(List.of(client)).getOrDefault(client, List.of());
	}

	/** Those of many clients; who has none is missing. */
	public Map<UUID, List<ClientSecret>> ofAll(Collection<UUID> clients) {
		return this.jdbc
			.sql("""
					select * from client_secret where client_id = any (:clients) and (expires_at is null or expires_at > :now)
					order by created_at desc, id desc""")
			.param("clients", clients.toArray(UUID[]::new))
			.param("now", at(this.clock.instant()))
			.query((row, number) -> secret(row))
			.list()
			.stream()
			.collect(Collectors.groupingBy(ClientSecret::clientId));
	}

	/**
	 * Notes that a secret was shown. Not each time: whether an old one is still in use is
	 * what people want to know, and it needn't cost a write with every token.
	 */
	public void noteUse(String hash) {
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				update client_secret set last_used_at = :now
				where hash = :hash and (last_used_at is null or last_used_at <= :hourAgo)""")
			.param("hash", hash)
			.param("now", at(now))
			.param("hourAgo", at(now.minusSeconds(3600)))
			.update();
	}

	void add(ClientSecret secret) {
		this.jdbc
			.sql("insert into client_secret (id, client_id, hash, created_at) values (:id, :client, :hash, :createdAt)")
			.param("id", secret.id())
			.param("client", secret.clientId())
			.param("hash", secret.hash())
			.param("createdAt", at(secret.createdAt()))
			.update();
	}

	/** Keeps one until then, if it lasts that long, and ends all others at once. */
	void keep(ClientSecret secret, Instant until) {
		this.jdbc.sql("delete from client_secret where client_id = :client and id <> :id")
			.param("client", secret.clientId())
			.param("id", secret.id())
			.update();
		this.jdbc.sql("update client_secret set expires_at = least(expires_at, :until) where id = :id")
			.param("id", secret.id())
			.param("until", at(until))
			.update();
	}

	void end(UUID id) {
		this.jdbc.sql("delete from client_secret where id = :id").param("id", id).update();
	}

	void endAll(UUID client) {
		this.jdbc.sql("delete from client_secret where client_id = :client").param("client", client).update();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static ClientSecret secret(ResultSet row) throws SQLException {
		return new ClientSecret(row.getObject("id", UUID.class), row.getObject("client_id", UUID.class),
				row.getString("hash"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				instant(row, "last_used_at"), instant(row, "expires_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

}
