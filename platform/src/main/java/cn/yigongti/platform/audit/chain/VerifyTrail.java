package cn.yigongti.platform.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import cn.yigongti.platform.audit.AuditEvent;
import cn.yigongti.platform.audit.chain.Flaw.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks the chain, in batches and in one snapshot, and finds the first entry that isn't
 * what was written.
 */
public class VerifyTrail {

	private static final int BATCH = 1000;

	private static final OffsetDateTime EVER = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private final JdbcClient jdbc;

	private final TransactionTemplate snapshot;

	private final AuditChain chain;

	private final Duration sealWithin;

	private final Clock clock;

	/** A seal, and the entry it is for, if that is still there. */
	private record Link(Seal seal, UUID entryId, @Nullable AuditEvent event) {

	}

	VerifyTrail(JdbcClient jdbc, TransactionTemplate transaction, AuditChain chain, Duration sealWithin, Clock clock) {
		this.jdbc = jdbc;
		this.snapshot = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.chain = chain;
		this.sealWithin = sealWithin;
		this.clock = clock;
	}

	/**
	 * Looks at the whole trail.
	 * @param expected a seal as the service once logged it: shows whether the end was cut
	 * off since
	 */
	Verdict verify(@Nullable Seal expected) {
		return inSnapshot(() -> {
			Verdict verdict = walk(this.chain.beginning(), expected);
			return verdict.intact() ? withUnsealed(verdict, EVER) : verdict;
		});
	}

	/** Looks at the latest entries, and at what isn't sealed. */
	public Verdict verifyLatest(int entries) {
		return inSnapshot(() -> {
			Seal beginning = this.chain.beginning();
			long before = this.chain.end().number() - entries;
			Seal start = (before > beginning.number()) ? this.chain.at(before).orElse(beginning) : beginning;
			Verdict verdict = walk(start, null);
			return verdict.intact() ? withUnsealed(verdict, timeOf(start)) : verdict;
		});
	}

	private Verdict inSnapshot(Supplier<Verdict> look) {
		try {
			return Objects.requireNonNull(this.snapshot.execute((status) -> look.get()));
		}
		catch (ForgedAnchor ex) {
			Flaw flaw = new Flaw(Kind.FORGED_ANCHOR, ex.number(), null);
			return new Verdict(false, ex.number(), ex.number(), "", flaw);
		}
	}

	private Verdict walk(Seal start, @Nullable Seal expected) {
		Seal last = start;
		List<Link> links = after(last);
		while (!links.isEmpty()) {
			for (Link link : links) {
				Flaw flaw = flaw(last, link, expected);
				if (flaw != null) {
					return verdict(start, last, flaw);
				}
				last = link.seal();
			}
			links = after(last);
		}
		boolean cut = expected != null && expected.number() > last.number();
		return verdict(start, last, cut ? new Flaw(Kind.REMOVED, last.number() + 1, null) : null);
	}

	private @Nullable Flaw flaw(Seal last, Link link, @Nullable Seal expected) {
		long number = last.number() + 1;
		if (link.seal().number() != number) {
			return new Flaw(Kind.REMOVED, number, null);
		}
		if (link.event() == null) {
			return new Flaw(Kind.REMOVED, number, link.entryId());
		}
		boolean asSealed = this.chain.next(last, link.event()).equals(link.seal());
		boolean asLogged = expected == null || expected.number() != number || expected.equals(link.seal());
		return (asSealed && asLogged) ? null : new Flaw(Kind.CHANGED, number, link.entryId());
	}

	private List<Link> after(Seal last) {
		return this.jdbc.sql("""
				select s.number, s.event_id, s.hash, e.* from audit_seal s left join audit_event e on e.id = s.event_id
				where s.number > :after order by s.number limit :limit""")
			.param("after", last.number())
			.param("limit", BATCH)
			.query((row, index) -> new Link(new Seal(row.getLong("number"), row.getString("hash")),
					row.getObject("event_id", UUID.class),
					(row.getObject("id") != null) ? AuditEvent.of(row, index) : null))
			.list();
	}

	private static Verdict verdict(Seal start, Seal last, @Nullable Flaw flaw) {
		return new Verdict(flaw == null, start.number() + 1, last.number(), last.toString(), flaw);
	}

	/** Whatever isn't sealed waits in the queue, and not for long. */
	private Verdict withUnsealed(Verdict verdict, OffsetDateTime since) {
		Flaw flaw = Optional.ofNullable(waiting()).orElseGet(() -> unknown(since));
		return new Verdict(flaw == null, verdict.from(), verdict.to(), verdict.seal(), flaw);
	}

	private @Nullable Flaw waiting() {
		return this.jdbc.sql("""
				select u.event_id, u.refused, e.id is null as removed
				from audit_unsealed u left join audit_event e on e.id = u.event_id
				where e.id is null or u.refused or e.at < :limit order by u.event_id limit 1""")
			.param("limit", OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC).minus(this.sealWithin))
			.query((row, index) -> new Flaw(
					row.getBoolean("removed") ? Kind.REMOVED
							: row.getBoolean("refused") ? Kind.INSERTED : Kind.UNSEALED,
					null, row.getObject("event_id", UUID.class)))
			.optional()
			.orElse(null);
	}

	private @Nullable Flaw unknown(OffsetDateTime since) {
		return this.jdbc.sql("""
				select e.id from audit_event e where e.at >= :since
				and not exists (select from audit_seal s where s.event_id = e.id)
				and not exists (select from audit_unsealed u where u.event_id = e.id) order by e.at, e.id limit 1""")
			.param("since", since)
			.query((row, index) -> new Flaw(Kind.INSERTED, null, row.getObject("id", UUID.class)))
			.optional()
			.orElse(null);
	}

	/** When the entry was written that the walk began behind. */
	private OffsetDateTime timeOf(Seal start) {
		return this.jdbc
			.sql("select at from audit_event where id = (select event_id from audit_seal where number = :number)")
			.param("number", start.number())
			.query(OffsetDateTime.class)
			.optional()
			.orElse(EVER);
	}

}
