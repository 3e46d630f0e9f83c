package cn.yigongti.platform.audit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.crypto.KeyedHash;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes who did what into the service's own trail, in the transaction of what it
 * records. What is recorded of reading stands on the primary before the data is sent,
 * wherever that was read: who can't be recorded gets nothing.
 */
public class AuditTrail {

	private final AuditWriter writer;

	private final Denials denials;

	private final KeyedHash residents;

	private final TransactionTemplate ownTransaction;

	AuditTrail(AuditWriter writer, Denials denials, KeyedHash fields, PlatformTransactionManager transactions) {
		this.writer = writer;
		this.denials = denials;
		this.residents = fields.forPurpose("audit resident");
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Appends an entry. */
	public void record(AuditEntry entry) {
		append(() -> this.writer.append(entry));
	}

	/**
	 * Appends an entry for something done.
	 * @param action what was done, {@code resource:verb}
	 * @param resource type and id of what it was done to, never a name or number of a
	 * person
	 */
	public void record(Caller caller, String action, String resource, @Nullable String resourceId,
			@Nullable String reason) {
		record(AuditEntry.of(caller, action, resource).on(resourceId).because(reason));
	}

	/**
	 * Appends an entry for each of many that the same was done to, with one statement.
	 */
	public void recordAll(Caller caller, String action, String resource, Collection<String> resourceIds) {
		AuditEntry entry = AuditEntry.of(caller, action, resource);
		recordAll(resourceIds.stream().map(entry::on).toList());
	}

	/**
	 * Appends entries that differ only in which resource and resident they are about,
	 * with one statement.
	 */
	public void recordAll(List<AuditEntry> entries) {
		if (!entries.isEmpty()) {
			append(() -> this.writer.appendAll(entries));
		}
	}

	/**
	 * Records that somebody wasn't allowed to do something, whatever becomes of the
	 * transaction at hand. What is answered with 403, or 404 as
	 * {@link cn.yigongti.platform.problem.OutOfScope}, is recorded without this.
	 */
	public void denied(AuditEntry entry) {
		this.denials.record(entry.ended(AuditResult.DENIED));
	}

	/** How the trail calls the resident with this resident id. */
	public ResidentHash resident(String idNumber) {
		return new ResidentHash(this.residents.of(idNumber.strip().toUpperCase(Locale.ROOT)));
	}

	private void append(Runnable writing) {
		if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			this.ownTransaction.executeWithoutResult((status) -> writing.run());
		}
		else {
			writing.run();
		}
	}

}
