package cn.yigongti.org.consortium;

import java.util.UUID;

import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the database refuses to whoever writes to it, with or without our code in between.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class DatabaseRuleTests {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final UUID consortium = UUID.randomUUID();

	private final UUID lead = UUID.randomUUID();

	private final UUID member = UUID.randomUUID();

	DatabaseRuleTests(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@BeforeEach
	void establish() {
		register(this.lead);
		register(this.member);
		this.transaction.executeWithoutResult((status) -> {
			consortium(this.consortium);
			join(this.consortium, this.lead, "2020-01-01", null);
			lead(this.consortium, this.lead, "2020-01-01", null);
		});
		join(this.consortium, this.member, "2024-01-01", "2025-01-01");
	}

	@Test
	void twoConsortiaAtOnce() {
		UUID other = UUID.randomUUID();
		UUID otherLead = UUID.randomUUID();
		register(otherLead);
		this.transaction.executeWithoutResult((status) -> {
			consortium(other);
			join(other, otherLead, "2020-01-01", null);
			lead(other, otherLead, "2020-01-01", null);
		});
		refuses("membership_in_one_consortium", () -> join(other, this.member, "2024-12-31", null));
		join(other, this.member, "2025-01-01", null);
	}

	@Test
	void aMemberThatIsNotOpen() {
		refuses("membership_within_life", () -> close(this.member, "2024-12-31"));
		close(this.member, "2025-01-01");
		refuses("membership_within_life", () -> join(this.consortium, this.member, "2025-01-01", "2025-01-02"));
	}

	@Test
	void aLeadThatIsNoMember() {
		refuses("leadership_by_member", () -> this.transaction.executeWithoutResult((status) -> {
			endLeadership("2024-12-01");
			lead(this.consortium, this.member, "2024-12-01", null);
		}));
		refuses("leadership_by_member",
				() -> this.jdbc.sql("update membership set left_on = date '2026-01-01' where organization_id = ?")
					.param(this.lead)
					.update());
	}

	@Test
	void twoLeadsAtOnce() {
		refuses("leadership_of_one", () -> lead(this.consortium, this.member, "2024-06-01", "2024-07-01"));
	}

	@Test
	void aDayWithoutALead() {
		refuses("consortium_always_led", () -> endLeadership("2026-01-01"));
		refuses("consortium_always_led", () -> consortium(UUID.randomUUID()));
		refuses("consortium_always_led", () -> this.transaction.executeWithoutResult((status) -> {
			endLeadership("2024-05-01");
			lead(this.consortium, this.member, "2024-06-01", "2024-07-01");
			lead(this.consortium, this.lead, "2024-07-01", null);
		}));
	}

	@Test
	void anOrganizationOfWhichNobodySaysWhatItIs() {
		refuses("organization_always_described", () -> this.jdbc.sql("""
				insert into organization (id, version, opened_on, created_at, updated_at)
				values (?, 0, date '2000-01-01', now(), now())""").param(UUID.randomUUID()).update());
		refuses("organization_always_described",
				() -> this.jdbc.sql("delete from organization_edition where organization_id = ?")
					.param(this.member)
					.update());
		refuses("organization_always_described", () -> this.transaction.executeWithoutResult((status) -> {
			endEdition("2024-05-01");
			describe(this.member, "2024-06-01", null);
		}));
	}

	@Test
	void anEditionOutsideTheExistence() {
		refuses("edition_within_existence", () -> describe(this.member, "1999-12-31", "2000-01-01"));
		refuses("edition_within_existence",
				() -> this.transaction.executeWithoutResult(
						(status) -> this.jdbc.sql("update organization set opened_on = date '2000-01-02' where id = ?")
							.param(this.member)
							.update()));
	}

	@Test
	void twoEditionsOfOneDay() {
		refuses("edition_of_a_day", () -> describe(this.member, "2024-06-01", "2024-06-02"));
	}

	private void refuses(String constraint, Runnable statement) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(statement::run)
			.withMessageContaining(constraint);
	}

	private void register(UUID id) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("""
					insert into organization (id, version, opened_on, created_at, updated_at)
					values (?, 0, date '2000-01-01', now(), now())""").param(id).update();
			describe(id, "2000-01-01", null);
		});
	}

	private void describe(UUID organization, String from, @org.jspecify.annotations.Nullable String until) {
		this.jdbc.sql("""
				insert into organization_edition (organization_id, from_on, until_on, name, short_name, type, tier,
				region_code) values (?, cast(? as date), cast(? as date), 'x', 'x', 'A100', 'COUNTY', '549999')""")
			.param(organization)
			.param(from)
			.param(until)
			.update();
	}

	private void endEdition(String date) {
		this.jdbc.sql("update organization_edition set until_on = cast(? as date) where organization_id = ?")
			.param(date)
			.param(this.member)
			.update();
	}

	private void consortium(UUID id) {
		this.jdbc.sql("""
				insert into consortium (id, version, name, region_code, established_on, referral_validity_days,
				created_at, updated_at) values (?, 0, 'x', '549999', date '2020-01-01', 7, now(), now())""")
			.param(id)
			.update();
	}

	private void join(UUID consortiumId, UUID organization, String from,
			@org.jspecify.annotations.Nullable String until) {
		this.jdbc.sql("insert into membership values (gen_random_uuid(), 0, ?, ?, cast(? as date), cast(? as date))")
			.param(consortiumId)
			.param(organization)
			.param(from)
			.param(until)
			.update();
	}

	private void lead(UUID consortiumId, UUID organization, String from,
			@org.jspecify.annotations.Nullable String until) {
		this.jdbc.sql("insert into leadership values (?, ?, cast(? as date), cast(? as date))")
			.param(consortiumId)
			.param(organization)
			.param(from)
			.param(until)
			.update();
	}

	private void endLeadership(String date) {
		this.jdbc.sql("update leadership set until_on = cast(? as date) where consortium_id = ?")
			.param(date)
			.param(this.consortium)
			.update();
	}

	private void close(UUID organization, String date) {
		this.jdbc.sql("update organization set closed_on = cast(? as date) where id = ?")
			.param(date)
			.param(organization)
			.update();
	}

}
