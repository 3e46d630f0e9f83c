package cn.yigongti.org.organizationimport.submission;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.organizationimport.ImportOptions;
import cn.yigongti.platform.caller.Caller;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests that came before with the same idempotency key. The platform's own memory of
 * answers passes over uploads, because it would have to hold them in memory.
 */
@Component
class EarlierSubmissions {

	private final JdbcClient jdbc;

	EarlierSubmissions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The import that a request repeats: one that waits, runs, or has been applied within
	 * 24 hours. Whoever corrects a file that failed may use the same key.
	 * @throws SubmissionInProgress when another request with the key is not through yet
	 * @throws KeyReused when the key belongs to another file, or the same to be taken
	 * otherwise
	 */
	Optional<UUID> repeatedBy(Caller caller, String key, SubmittedFile file, ImportOptions options) {
		lock(caller, key);
		Optional<UUID> earlier = find(caller, key);
		if (earlier.isPresent() && !isSame(earlier.get(), file, options)) {
			throw new KeyReused();
		}
		return earlier;
	}

	private void lock(Caller caller, String key) {
		boolean locked = this.jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
			.param("name", "organization-import " + caller.subject() + " " + key)
			.query(Boolean.class)
			.single();
		if (!locked) {
			throw new SubmissionInProgress();
		}
	}

	private Optional<UUID> find(Caller caller, String key) {
		return this.jdbc.sql("""
				select id from organization_import where submitted_by = :subject and idempotency_key = :key
				and (state in ('QUEUED', 'RUNNING')
				  or state = 'SUCCEEDED' and finished_at > now() - interval '24 hours')
				order by id desc limit 1""")
			.param("subject", caller.subject())
			.param("key", key)
			.query(UUID.class)
			.optional();
	}

	private boolean isSame(UUID id, SubmittedFile file, ImportOptions options) {
		return this.jdbc.sql("""
				select file_hash = :hash and partial = :partial and dry_run = :dryRun
				from organization_import where id = :id""")
			.param("hash", file.hash())
			.param("partial", options.partial())
			.param("dryRun", options.dryRun())
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

}
