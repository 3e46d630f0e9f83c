package cn.yigongti.platform.audit.chain;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import cn.yigongti.platform.audit.AuditEvent;
import cn.yigongti.platform.crypto.KeyedHash;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How seals are computed, and where the chain begins and ends. The key is derived from
 * {@code yigongti.keys.hash} and not in the database: who owns that can destroy the
 * chain, but not forge it.
 */
class AuditChain {

	private final JdbcClient jdbc;

	private final KeyedHash hash;

	private final String service;

	AuditChain(JdbcClient jdbc, KeyedHash fields, String service) {
		this.jdbc = jdbc;
		this.hash = fields.forPurpose("audit chain");
		this.service = service;
	}

	/** The seal of the entry that follows. */
	Seal next(Seal previous, AuditEvent event) {
		long number = previous.number() + 1;
		return new Seal(number, this.hash.of(number + "\n" + previous.hash() + "\n" + event.content()));
	}

	/**
	 * Where the chain begins: at its first entry, or behind those that were purged.
	 * @throws ForgedAnchor when it wasn't us who purged them
	 */
	Seal beginning() {
		return this.jdbc.sql("select number, hash, signature from audit_anchor order by number desc limit 1")
			.query((row, index) -> {
				Seal anchor = new Seal(row.getLong("number"), row.getString("hash"));
				if (!signatureOf(anchor).equals(row.getString("signature"))) {
					throw new ForgedAnchor(anchor.number());
				}
				return anchor;
			})
			.optional()
			.orElseGet(() -> new Seal(0, "audit trail of " + this.service));
	}

	/** Where it ends now. */
	Seal end() {
		return at(null).orElseGet(this::beginning);
	}

	/** The stored seal with this number, or the last one. */
	Optional<Seal> at(@Nullable Long number) {
		return this.jdbc.sql("""
				select number, hash from audit_seal
				where number = coalesce(:number, (select max(number) from audit_seal))""")
			.param("number", number, Types.BIGINT)
			.query((row, index) -> new Seal(row.getLong("number"), row.getString("hash")))
			.optional();
	}

	/** Lets the chain begin behind this seal. */
	void anchorAt(Seal seal, Clock clock) {
		this.jdbc.sql("insert into audit_anchor (number, hash, at, signature) values (:number, :hash, :at, :signature)")
			.param("number", seal.number())
			.param("hash", seal.hash())
			.param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS))
			.param("signature", signatureOf(seal))
			.update();
	}

	private String signatureOf(Seal anchor) {
		return this.hash.of("anchor\n" + this.service + "\n" + anchor);
	}

	/** Takes the chain for this transaction, unless another replica has it. */
	boolean take() {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('audit chain', 0))")
			.query(Boolean.class)
			.single();
	}

}
