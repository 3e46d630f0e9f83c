package cn.yigongti.platform.audit.chain;

import java.time.Duration;

import cn.yigongti.platform.audit.chain.Flaw.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PurgeEntriesTests {

	private static final Duration HALF_A_YEAR = Duration.ofDays(180);

	private final ServiceWithTrail service = new ServiceWithTrail();

	PurgeEntriesTests() {
		this.service.migrateTo("latest");
		this.service.writeBefore(Duration.ofDays(400), 4);
		this.service.writeBefore(Duration.ofDays(200), 3);
		this.service.write(2);
		this.service.sealing().sealAll();
	}

	@Test
	void keepsTheChainVerifiable() {
		this.service.purging(Duration.ofDays(365)).purgeAll();
		this.service.sealing().sealAll();
		Verdict verdict = this.service.verifying().verify(null);
		assertThat(verdict.intact()).isTrue();
		assertThat(verdict.from()).isEqualTo(5);
		assertThat(verdict.to()).isEqualTo(10);
		assertThat(entries("old-%")).isEqualTo(3);
		assertThat(this.service.owner.sql("select reason from audit_event where action = 'audit-event:purge'")
			.query(String.class)
			.single()).isEqualTo("up to entry 4");
	}

	@Test
	void goesOnLaterWhereItEnded() {
		this.service.purging(Duration.ofDays(365)).purgeAll();
		this.service.purging(HALF_A_YEAR).purgeAll();
		this.service.sealing().sealAll();
		assertThat(this.service.verifying().verify(null)).extracting(Verdict::intact, Verdict::from)
			.containsExactly(true, 8L);
	}

	@Test
	void whatWasTamperedWithStillShows() {
		this.service.purging(Duration.ofDays(365)).purgeAll();
		this.service.owner.sql("update audit_event set reason = 'x' where id = ?")
			.param(this.service.entry(6))
			.update();
		assertThat(this.service.verifying().verify(null).flaw())
			.isEqualTo(new Flaw(Kind.CHANGED, 6L, this.service.entry(6)));
	}

	@Test
	void purgesNothingThatMustStay() {
		this.service.purging(Duration.ofDays(500)).purgeAll();
		assertThat(this.service.verifying().verify(null).from()).isOne();
	}

	@Test
	void theDatabaseItselfRefusesYoungerEntries() {
		assertThatThrownBy(() -> this.service.purging(Duration.ofDays(0)).purgeAll())
			.hasMessageContaining("audit entries are kept for 180 days at least");
		assertThat(entries("%")).isEqualTo(9);
	}

	@Test
	void theDatabaseRefusesToLeaveAChainWithoutAnAnchor() {
		assertThatThrownBy(() -> this.service.service.sql("select purge_audit_events(2)").query().singleRow())
			.hasMessageContaining("no anchor");
	}

	@Test
	void refusesToBeToldLessThanHalfAYear() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new AuditProperties(HALF_A_YEAR.minusSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1)))
			.withMessageContaining("yigongti.audit.keep-for is 179 days")
			.withMessageContaining("at least 180");
	}

	private long entries(String like) {
		return this.service.owner.sql("select count(*) from audit_event where resource_id like ?")
			.param(like)
			.query(Long.class)
			.single();
	}

}
