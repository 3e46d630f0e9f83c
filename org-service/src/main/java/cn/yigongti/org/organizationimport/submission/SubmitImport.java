package cn.yigongti.org.organizationimport.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.organizationimport.ImportProperties;
import cn.yigongti.org.organizationimport.ImportSubmitted;
import cn.yigongti.org.organizationimport.Imports;
import cn.yigongti.org.organizationimport.row.HeaderRefused;
import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a file in: looks at what can be seen at once, keeps it, and leaves the rest to
 * whichever replica has time.
 */
@Component
public class SubmitImport {

	private final EarlierSubmissions earlier;

	private final NewImports newImports;

	private final Imports imports;

	private final ImportProperties properties;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transaction;

	SubmitImport(EarlierSubmissions earlier, NewImports newImports, Imports imports, ImportProperties properties,
			AuditTrail audit, ApplicationEventPublisher events, TransactionOperations transaction) {
		this.earlier = earlier;
		this.newImports = newImports;
		this.imports = imports;
		this.properties = properties;
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
	}

	/**
	 * Takes a file in, unless the request only repeats an earlier one.
	 * @throws SheetRefused when it can't be read or had better not be
	 * @throws HeaderRefused when its columns are not those of organizations
	 * @throws KeyReused when the key belongs to another request
	 * @throws SubmissionInProgress when another request with the key is not through yet
	 */
	public Submitted submit(Caller caller, Submission submission, InputStream content) throws IOException {
		try (SubmittedFile file = SubmittedFile.of(content)) {
			InspectedFile inspected = InspectedFile.of(file, SheetLimits.ofRows(this.properties.maxRows() + 1));
			return Objects.requireNonNull(this.transaction.execute((status) -> submit(caller, submission, inspected)));
		}
	}

	private Submitted submit(Caller caller, Submission submission, InspectedFile inspected) {
		Optional<UUID> repeated = Optional.ofNullable(submission.idempotencyKey())
			.flatMap((key) -> this.earlier.repeatedBy(caller, key, inspected.file(), submission.options()));
		UUID id = repeated.orElseGet(() -> accept(caller, submission, inspected));
		return new Submitted(this.imports.find(caller, id).orElseThrow(), repeated.isPresent());
	}

	private UUID accept(Caller caller, Submission submission, InspectedFile inspected) {
		UUID id = this.newImports.add(caller, submission, inspected);
		this.audit.record(caller, "organization-import:submit", "organization-import", id.toString(), null);
		this.events.publishEvent(new ImportSubmitted(id));
		return id;
	}

}
