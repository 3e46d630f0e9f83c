package cn.yigongti.platform.audit.chain;

import java.time.Duration;
import java.util.UUID;

import cn.yigongti.platform.audit.chain.Flaw.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever owns the database may do all of this, but not so that nobody sees it. */
class TamperedTrailTests {

	private static final int ENTRIES = 12;

	private final ServiceWithTrail service = ServiceWithTrail.sealed(ENTRIES);

	@Test
	void isIntactAsItWasWritten() {
		Verdict verdict = verify();
		assertThat(verdict.intact()).isTrue();
		assertThat(verdict.from()).isOne();
		assertThat(verdict.to()).isEqualTo(ENTRIES);
		assertThat(verdict.seal()).startsWith(ENTRIES + ":");
	}

	@Test
	void namesAnEntryWhoseContentWasChanged() {
		UUID fifth = this.service.entry(5);
		this.service.owner.sql("create table kept as select * from audit_event").update();
		for (String change : new String[] { "caller = 'nobody'", "at = at + interval '1 microsecond'",
				"resource_id = null", "reason = ''", "result = 'DENIED'", "items = 1", "organization_id = null",
				"resident_hash = 'x'", "origin = '::1'", "trace_id = 'x'", "region_code = '5'" }) {
			this.service.owner.sql("update audit_event set " + change + " where id = ?").param(fifth).update();
			assertThat(verify().flaw()).as(change).isEqualTo(new Flaw(Kind.CHANGED, 5L, fifth));
			restore(fifth);
		}
		assertThat(verify().intact()).isTrue();
	}

	@Test
	void namesAnEntryThatWasRemoved() {
		UUID fifth = this.service.entry(5);
		this.service.owner.sql("delete from audit_event where id = ?").param(fifth).update();
		assertThat(verify().flaw()).isEqualTo(new Flaw(Kind.REMOVED, 5L, fifth));
	}

	@Test
	void namesThePlaceWhereAnEntryWasRemovedTogetherWithItsSeal() {
		remove(5);
		assertThat(verify().flaw()).isEqualTo(new Flaw(Kind.REMOVED, 5L, null));
	}

	@Test
	void namesThePlaceWhereALaterEntryClosedTheGap() {
		remove(5);
		UUID sixth = this.service.entry(6);
		for (int number = 6; number <= ENTRIES; number++) {
			this.service.owner.sql("update audit_seal set number = number - 1 where number = ?").param(number).update();
		}
		assertThat(verify().flaw()).isEqualTo(new Flaw(Kind.CHANGED, 5L, sixth));
	}

	@Test
	void namesTheFirstOfEntriesThatChangedPlaces() {
		UUID third = this.service.entry(3);
		UUID eighth = this.service.entry(8);
		seal(3, UUID.randomUUID());
		seal(8, third);
		seal(3, eighth);
		assertThat(verify().flaw()).isEqualTo(new Flaw(Kind.CHANGED, 3L, eighth));
	}

	@Test
	void namesTheFirstEntryWhenItWasRemoved() {
		remove(1);
		assertThat(verify().flaw()).isEqualTo(new Flaw(Kind.REMOVED, 1L, null));
	}

	@Test
	void namesAnEntryThatTheServiceDidNotWrite() {
		UUID forged = forge();
		SealEntries sealing = this.service.sealing();
		sealing.sealAll();
		assertThat(sealing.isIntact()).isFalse();
		assertThat(verify().flaw()).isEqualTo(new Flaw(Kind.INSERTED, null, forged));
	}

	@Test
	void namesAnEntryThatWasSlippedInPastTheQueue() {
		this.service.owner.sql("alter table audit_event disable trigger user").update();
		UUID forged = forge();
		assertThat(verify().flaw()).isEqualTo(new Flaw(Kind.INSERTED, null, forged));
	}

	@Test
	void namesAnEntryThatSomebodySealedWithoutTheKey() {
		UUID forged = forge();
		this.service.owner.sql("delete from audit_unsealed").update();
		this.service.owner.sql("insert into audit_seal (number, event_id, hash) values (?, ?, 'made up')")
			.params(ENTRIES + 1, forged)
			.update();
		assertThat(verify().flaw()).isEqualTo(new Flaw(Kind.CHANGED, ENTRIES + 1L, forged));
	}

	@Test
	void namesAnEntryThatWasRemovedBeforeItWasSealed() {
		this.service.write(1);
		this.service.owner.sql("delete from audit_event where id in (select event_id from audit_unsealed)").update();
		assertThat(verify().flaw()).extracting(Flaw::kind).isEqualTo(Kind.REMOVED);
	}

	@Test
	void namesAnEntryThatWaitsTooLong() {
		this.service.write(1);
		assertThat(verify().intact()).isTrue();
		Verdict late = this.service.verifyingWithin(Duration.ofSeconds(-1)).verify(null);
		assertThat(late.flaw()).extracting(Flaw::kind).isEqualTo(Kind.UNSEALED);
	}

	@Test
	void showsThatTheEndWasCutToWhoKnowsALaterSeal() {
		Seal logged = Seal.parse(verify().seal());
		remove(ENTRIES);
		remove(ENTRIES - 1);
		assertThat(verify().intact()).isTrue();
		assertThat(this.service.verifying().verify(logged).flaw())
			.isEqualTo(new Flaw(Kind.REMOVED, ENTRIES - 1L, null));
	}

	@Test
	void showsThatTheEndWasWrittenAnewToWhoKnowsASeal() {
		Seal logged = Seal.parse(verify().seal());
		remove(ENTRIES);
		this.service.write(1);
		this.service.sealing().sealAll();
		assertThat(verify().intact()).isTrue();
		assertThat(this.service.verifying().verify(logged).flaw()).extracting(Flaw::kind, Flaw::number)
			.containsExactly(Kind.CHANGED, (long) ENTRIES);
	}

	@Test
	void isNotContinuedBehindACutByWhoSawTheEnd() {
		SealEntries sealing = this.service.sealing();
		sealing.sealAll();
		remove(ENTRIES);
		this.service.write(1);
		sealing.sealAll();
		assertThat(sealing.isIntact()).isFalse();
		assertThat(this.service.chain().end().number()).isEqualTo(ENTRIES - 1);
	}

	@Test
	void doesNotBeginWhereSomebodyElseSaysItDoes() {
		String hash = this.service.chain().at(5L).orElseThrow().hash();
		this.service.owner.sql("insert into audit_anchor (number, hash, at, signature) values (5, ?, now(), 'made up')")
			.param(hash)
			.update();
		for (int number = 1; number <= 5; number++) {
			remove(number);
		}
		assertThat(verify().flaw()).isEqualTo(new Flaw(Kind.FORGED_ANCHOR, 5L, null));
	}

	@Test
	void isLookedAtFromTheEndAsWell() {
		UUID fifth = this.service.entry(5);
		this.service.owner.sql("update audit_event set reason = 'x' where id = ?").param(fifth).update();
		assertThat(this.service.verifying().verifyLatest(4).intact()).isTrue();
		assertThat(this.service.verifying().verifyLatest(4).from()).isEqualTo(ENTRIES - 3);
		assertThat(this.service.verifying().verifyLatest(100).flaw()).isEqualTo(new Flaw(Kind.CHANGED, 5L, fifth));
	}

	private Verdict verify() {
		return this.service.verifying().verify(null);
	}

	private void remove(long number) {
		UUID entry = this.service.entry(number);
		this.service.owner.sql("delete from audit_seal where number = ?").param(number).update();
		this.service.owner.sql("delete from audit_event where id = ?").param(entry).update();
	}

	private void seal(long number, UUID entry) {
		this.service.owner.sql("update audit_seal set event_id = ? where number = ?").params(entry, number).update();
	}

	/** A copy of an entry, signature and all, that lays it on somebody else. */
	private UUID forge() {
		return this.service.owner.sql("""
				insert into audit_event (id, at, caller, caller_kind, action, resource, signature)
				select uuidv7(), now(), 'the innocent', caller_kind, action, resource, signature
				from audit_event where id = ? returning id""").param(this.service.entry(1)).query(UUID.class).single();
	}

	private void restore(UUID entry) {
		this.service.owner
			.sql("""
					update audit_event e set caller = k.caller, at = k.at, resource_id = k.resource_id, reason = k.reason,
						result = k.result, items = k.items, organization_id = k.organization_id,
						resident_hash = k.resident_hash, origin = k.origin, trace_id = k.trace_id, region_code = k.region_code
					from kept k where k.id = e.id and e.id = ?""")
			.param(entry)
			.update();
	}

}
