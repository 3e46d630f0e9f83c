package cn.yigongti.org.consortium;

import java.util.UUID;

import javax.sql.DataSource;

import cn.yigongti.org.Api;
import cn.yigongti.platform.test.DatabaseOwner;
import cn.yigongti.platform.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The look for broken rules finds each, once the database lets somebody break it. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BrokenRulesTests {

	private final Api api;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private UUID consortium = UUID.randomUUID();

	private UUID lead = UUID.randomUUID();

	private UUID otherLead = UUID.randomUUID();

	BrokenRulesTests(RestTestClient http, Environment environment) {
		DataSource owner = DatabaseOwner.of(environment);
		this.api = Api.administrator(http);
		this.jdbc = JdbcClient.create(owner);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(owner));
	}

	@BeforeEach
	void establish() {
		String county = Api.newCounty();
		this.lead = this.api.hospital(county);
		this.otherLead = this.api.hospital(county);
		this.consortium = this.api.consortium(county, this.lead);
		this.api.consortium(county, this.otherLead);
		assertThat(new BrokenRules(this.jdbc).find()).isEmpty();
	}

	@Test
	void twoConsortiaForOneOrganization() {
		finds("in two consortia on 2020-01-01", () -> {
			run("alter table membership drop constraint membership_in_one_consortium");
			run("""
					insert into membership (id, version, consortium_id, organization_id, joined_on)
					values (gen_random_uuid(), 0, ?, ?, date '2019-01-01')""", this.consortium, this.otherLead);
		});
	}

	@Test
	void aConsortiumWithoutALead() {
		finds("not led by one on 2020-01-01",
				() -> run("delete from leadership where consortium_id = ?", this.consortium));
	}

	@Test
	void aLeadThatIsNoMember() {
		finds("led by no member on 2020-01-01",
				() -> run("delete from membership where organization_id = ?", this.lead));
	}

	@Test
	void aMemberThatIsClosed() {
		finds("a member though closed on 2021-01-01", () -> {
			run("alter table membership drop constraint membership_within_life");
			run("update organization set closed_on = date '2021-01-01' where id = ?", this.lead);
		});
	}

	/** Whatever was broken is whole again afterwards. */
	private void finds(String rule, Runnable breaking) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			breaking.run();
			assertThat(new BrokenRules(this.jdbc).find()).contains(rule);
		});
	}

	private void run(String sql, Object... parameters) {
		this.jdbc.sql(sql).params(parameters).update();
	}

}
