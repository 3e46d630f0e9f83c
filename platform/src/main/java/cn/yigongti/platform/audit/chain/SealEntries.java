package cn.yigongti.platform.audit.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import cn.yigongti.platform.audit.AuditEvent;
import cn.yigongti.platform.audit.AuditSignature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes committed entries into the chain, one replica at a time. Which entries are to be
 * sealed says a queue that each is put in with its own transaction; so one that commits
 * late comes later in the chain, but is never skipped.
 */
public class SealEntries {

	static final int BATCH = 500;

	private static final int BATCHES_AT_ONCE = 40;

	private static final Logger log = LoggerFactory.getLogger(SealEntries.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final AuditChain chain;

	private final AuditSignature signature;

	private final AtomicBoolean intact = new AtomicBoolean(true);

	/** The furthest end we have seen: an end that lies before it was cut. */
	private volatile @Nullable Seal seen;

	private record Waiting(AuditEvent event, @Nullable String signature) {

	}

	SealEntries(JdbcClient jdbc, TransactionTemplate transaction, AuditChain chain, AuditSignature signature) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.chain = chain;
		this.signature = signature;
	}

	@Scheduled(fixedDelayString = "${yigongti.audit.seal-every:1s}")
	void sealAll() {
		try {
			for (int i = 0; i < BATCHES_AT_ONCE && sealBatch() == BATCH; i++) {
				log.debug("more audit entries wait to be sealed");
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("audit entries could not be sealed as yet: {}", ex.getMessage());
		}
		catch (ForgedAnchor ex) {
			alarm(ex.getMessage());
		}
	}

	/** So that a log kept elsewhere tells how long the chain once was. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
	void tellEnd() {
		Seal end = this.seen;
		if (end != null) {
			log.info("audit trail sealed up to {}", end);
		}
	}

	/** How many were looked at. */
	int sealBatch() {
		Integer looked = this.transaction.execute((status) -> this.chain.take() ? sealNext() : 0);
		return (looked != null) ? looked : 0;
	}

	long sealedUpTo() {
		Seal end = this.seen;
		return (end != null) ? end.number() : 0;
	}

	boolean isIntact() {
		return this.intact.get();
	}

	private int sealNext() {
		Seal end = this.chain.end();
		if (!continues(end)) {
			return 0;
		}
		boolean mayBeUnsigned = isBeforeFirstSigned(end);
		List<Waiting> batch = batch();
		List<Waiting> genuine = new ArrayList<>();
		List<UUID> refused = new ArrayList<>();
		for (Waiting waiting : batch) {
			boolean inherited = waiting.signature() == null && mayBeUnsigned;
			if (inherited || this.signature.isOf(waiting.signature(), waiting.event())) {
				genuine.add(waiting);
				mayBeUnsigned &= inherited;
			}
			else {
				refused.add(waiting.event().id());
			}
		}
		append(end, genuine);
		refuse(refused);
		return batch.size();
	}

	/** Sealing goes no further behind a cut, which would soon not show any more. */
	private boolean continues(Seal end) {
		Seal before = this.seen;
		if (before != null && (end.number() < before.number()
				|| (end.number() == before.number() && !end.hash().equals(before.hash())))) {
			alarm("the audit trail ends at " + end.number() + ", but was sealed up to " + before);
			return false;
		}
		this.seen = end;
		return true;
	}

	private void alarm(@Nullable String what) {
		if (this.intact.getAndSet(false)) {
			log.error("The audit trail has been tampered with: {}. Nothing more is sealed", what);
		}
	}

	/** Entries from before signatures come first, and never later. */
	private boolean isBeforeFirstSigned(Seal end) {
		return this.jdbc.sql("""
				select not exists (select from audit_seal s join audit_event e on e.id = s.event_id
				where s.number = :number and e.signature is not null)""")
			.param("number", end.number())
			.query(Boolean.class)
			.single();
	}

	private List<Waiting> batch() {
		return this.jdbc.sql("""
				select e.* from audit_unsealed u join audit_event e on e.id = u.event_id
				where not u.refused order by u.event_id limit :limit""")
			.param("limit", BATCH)
			.query((row, index) -> new Waiting(AuditEvent.of(row, index), row.getString("signature")))
			.list()
			.stream()
			.sorted(Comparator.comparing((waiting) -> waiting.signature() != null))
			.toList();
	}

	private void append(Seal end, List<Waiting> entries) {
		if (entries.isEmpty()) {
			return;
		}
		List<Seal> seals = new ArrayList<>();
		Seal last = end;
		for (Waiting entry : entries) {
			last = this.chain.next(last, entry.event());
			seals.add(last);
		}
		UUID[] ids = entries.stream().map((entry) -> entry.event().id()).toArray(UUID[]::new);
		this.jdbc.sql("""
				insert into audit_seal (number, event_id, hash)
				select one.number, one.event_id, one.hash
				from unnest(:numbers, :ids, :hashes) one (number, event_id, hash)""")
			.param("numbers", seals.stream().map(Seal::number).toArray(Long[]::new))
			.param("ids", ids)
			.param("hashes", seals.stream().map(Seal::hash).toArray(String[]::new))
			.update();
		this.jdbc.sql("delete from audit_unsealed where event_id = any (:ids)").param("ids", ids).update();
	}

	private void refuse(List<UUID> ids) {
		if (!ids.isEmpty()) {
			this.intact.set(false);
			log.error("The audit trail has entries that this service did not write: {}", ids);
			this.jdbc.sql("update audit_unsealed set refused = true where event_id = any (:ids)")
				.param("ids", ids.toArray(UUID[]::new))
				.update();
		}
	}

}
