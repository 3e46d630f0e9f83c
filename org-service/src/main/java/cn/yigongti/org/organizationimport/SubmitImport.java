package cn.yigongti.org.organizationimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.organizationimport.row.Header;
import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.sheet.inspection.FileInspection;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a file in: looks at what can be seen at once, keeps it, and leaves the rest to
 * whichever replica has time.
 */
@Component
public class SubmitImport {

	private final JdbcClient jdbc;

	private final Imports imports;

	private final StoredFiles files;

	private final ImportProperties properties;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transaction;

	private final Clock clock;

	SubmitImport(JdbcClient jdbc, Imports imports, StoredFiles files, ImportProperties properties, AuditTrail audit,
			ApplicationEventPublisher events, TransactionOperations transaction, Clock clock) {
		this.jdbc = jdbc;
		this.imports = imports;
		this.files = files;
		this.properties = properties;
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * A request to import a file.
	 *
	 * @param idempotencyKey by which a repeated request is known
	 */
	public record Submission(String fileName, ImportOptions options, @Nullable String idempotencyKey) {

	}

	/**
	 * What has become of a request.
	 *
	 * @param replayed whether it had been handed in before
	 */
	public record Submitted(OrganizationImport submitted, boolean replayed) {

	}

	/**
	 * Takes a file in. A key repeats its import while that waits, runs, or has been
	 * applied within 24 hours; whoever corrects a file that failed may use the same key.
	 * @throws SheetRefused when it can't be read or had better not be
	 * @throws cn.yigongti.org.organizationimport.row.HeaderRefused when its columns are
	 * not those of organizations
	 * @throws KeyReused when the key belongs to another request
	 */
	public Submitted submit(Caller caller, Submission submission, InputStream content) throws IOException {
		try (SubmittedFile file = SubmittedFile.of(content)) {
			Dialect dialect = FileInspection.of(file.path());
			Header header = header(file.path(), dialect);
			return Objects.requireNonNull(this.transaction
				.execute((status) -> repeated(caller, submission, file).map((first) -> new Submitted(first, true))
					.orElseGet(() -> new Submitted(accept(caller, submission, file, dialect, header), false))));
		}
	}

	private Header header(Path file, Dialect dialect) throws IOException {
		try (SheetReader reader = SheetReader.of(file, dialect, SheetLimits.ofRows(this.properties.maxRows()))) {
			Header header = Header.find(reader);
			if (reader.next().isEmpty()) {
				throw new SheetRefused(Reason.EMPTY_FILE);
			}
			return header;
		}
	}

	private Optional<OrganizationImport> repeated(Caller caller, Submission submission, SubmittedFile file) {
		String key = submission.idempotencyKey();
		if (key == null) {
			return Optional.empty();
		}
		lock(caller, key);
		return earlier(caller, key).map((id) -> {
			if (!isSame(id, submission.options(), file)) {
				throw new KeyReused();
			}
			return this.imports.find(caller, id).orElseThrow();
		});
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

	private Optional<UUID> earlier(Caller caller, String key) {
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

	private boolean isSame(UUID id, ImportOptions options, SubmittedFile file) {
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

	private OrganizationImport accept(Caller caller, Submission submission, SubmittedFile file, Dialect dialect,
			Header header) {
		UUID id = UuidV7.next();
		insert(id, caller, submission, file, dialect, header);
		try {
			this.files.store(id, file.path());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.audit.record(caller, "organization-import:submit", "organization-import", id.toString(), null);
		this.events.publishEvent(new ImportSubmitted(id));
		return this.imports.find(caller, id).orElseThrow();
	}

	private void insert(UUID id, Caller caller, Submission submission, SubmittedFile file, Dialect dialect,
			Header header) {
		JsonMapper json = JsonMapper.shared();
		this.jdbc.sql("""
				insert into organization_import (id, submitted_by, submitter, idempotency_key, partial, dry_run,
				  file_name, file_hash, file_size, format, encoding, separator, header, state, created_at)
				values (:id, :subject, cast(:submitter as jsonb), :key, :partial, :dryRun, :name, :hash, :size, :format,
				  :encoding, :separator, cast(:header as jsonb), 'QUEUED', :now)""")
			.param("id", id)
			.param("subject", caller.subject())
			.param("submitter", json.writeValueAsString(Submitter.of(caller)))
			.param("key", submission.idempotencyKey())
			.param("partial", submission.options().partial())
			.param("dryRun", submission.options().dryRun())
			.param("name", submission.fileName())
			.param("hash", file.hash())
			.param("size", file.size())
			.param("format", dialect.format().name())
			.param("encoding", Optional.ofNullable(dialect.encoding()).map(Enum::name).orElse(null))
			.param("separator", Optional.ofNullable(dialect.separator()).map(String::valueOf).orElse(null))
			.param("header", json.writeValueAsString(header.names()))
			.param("now",
					OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS))
			.update();
	}

}
