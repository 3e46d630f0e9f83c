package cn.yigongti.platform.idempotency;

import java.util.Optional;

import cn.yigongti.platform.crypto.FieldCipher;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The answers given in the last 24 hours. Bodies are encrypted: they may hold personal
 * data, or a secret that is shown once.
 */
public class RememberedAnswers {

	private final JdbcClient jdbc;

	private final FieldCipher cipher;

	public RememberedAnswers(JdbcClient jdbc, FieldCipher cipher) {
		this.jdbc = jdbc;
		this.cipher = cipher;
	}

	/** Takes the key for this transaction, unless another one is at work with it. */
	boolean lock(String caller, String key) {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
			.param("name", "idempotency " + caller + " " + key)
			.query(Boolean.class)
			.single();
	}

	Optional<RememberedAnswer> find(String caller, String key) {
		return this.jdbc.sql("""
				select request_hash, status, location, etag, content_type, body from idempotency_key
				where caller = :caller and key = :key and created_at > now() - interval '24 hours'""")
			.param("caller", caller)
			.param("key", key)
			.query((row, number) -> new RememberedAnswer(row.getString("request_hash"), row.getInt("status"),
					row.getString("location"), row.getString("etag"), row.getString("content_type"),
					this.cipher.decrypt(row.getString("body"))))
			.optional();
	}

	void remember(String caller, String key, RememberedAnswer answer) {
		this.jdbc.sql("""
				insert into idempotency_key (caller, key, request_hash, status, location, etag, content_type, body)
				values (:caller, :key, :hash, :status, :location, :etag, :contentType, :body)
				on conflict (caller, key) do update set request_hash = excluded.request_hash, status = excluded.status,
				  location = excluded.location, etag = excluded.etag, content_type = excluded.content_type,
				  body = excluded.body, created_at = now()""")
			.param("caller", caller)
			.param("key", key)
			.param("hash", answer.requestHash())
			.param("status", answer.status())
			.param("location", answer.location())
			.param("etag", answer.etag())
			.param("contentType", answer.contentType())
			.param("body", this.cipher.encrypt(answer.body()))
			.update();
	}

	void forgetOld() {
		this.jdbc.sql("delete from idempotency_key where created_at < now() - interval '24 hours'").update();
	}

}
