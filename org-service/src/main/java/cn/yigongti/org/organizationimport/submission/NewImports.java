package cn.yigongti.org.organizationimport.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.organizationimport.StoredFiles;
import cn.yigongti.org.organizationimport.Submitter;
import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.identifier.UuidV7;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what is to be imported. */
@Component
class NewImports {

	private final JdbcClient jdbc;

	private final StoredFiles files;

	private final Clock clock;

	NewImports(JdbcClient jdbc, StoredFiles files, Clock clock) {
		this.jdbc = jdbc;
		this.files = files;
		this.clock = clock;
	}

	UUID add(Caller caller, Submission submission, InspectedFile inspected) {
		UUID id = UuidV7.next();
		insert(id, caller, submission, inspected);
		try {
			this.files.store(id, inspected.file().path());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return id;
	}

	private void insert(UUID id, Caller caller, Submission submission, InspectedFile inspected) {
		Dialect dialect = inspected.dialect();
		this.jdbc.sql("""
				insert into organization_import (id, submitted_by, submitter, idempotency_key, partial, dry_run,
				  file_name, file_hash, file_size, format, encoding, separator, header, state, created_at)
				values (:id, :subject, cast(:submitter as jsonb), :key, :partial, :dryRun, :name, :hash, :size, :format,
				  :encoding, :separator, cast(:header as jsonb), 'QUEUED', :now)""")
			.param("id", id)
			.param("subject", caller.subject())
			.param("submitter", JsonMapper.shared().writeValueAsString(Submitter.of(caller)))
			.param("key", submission.idempotencyKey())
			.param("partial", submission.options().partial())
			.param("dryRun", submission.options().dryRun())
			.param("name", submission.fileName())
			.param("hash", inspected.file().hash())
			.param("size", inspected.file().size())
			.param("format", dialect.format().name())
			.param("encoding", Optional.ofNullable(dialect.encoding()).map(Enum::name).orElse(null))
			.param("separator", Optional.ofNullable(dialect.separator()).map(String::valueOf).orElse(null))
			.param("header", JsonMapper.shared().writeValueAsString(inspected.header().names()))
			.param("now", now())
			.update();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
	}

}
