package cn.yigongti.platform.audit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.test.servers.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class DenialsTests {

	private final TestDatabase database = TestDatabase.create("denials");

	private final DriverManagerDataSource source = new DriverManagerDataSource(this.database.url(),
			this.database.user().role(), this.database.user().password());

	private final JdbcClient jdbc = JdbcClient.create(this.source);

	private final Denials denials;

	DenialsTests() {
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(this.source);
		this.denials = new Denials(AuditTrails.writer(transactions, new KeyedHash(new byte[32]), Clock.systemUTC()),
				transactions);
	}

	@Test
	void ofACallerAreWrittenOneByOneAndThenCounted() {
		migrate();
		deny("persistent", 57);
		deny("other", 1);
		assertThat(count("persistent")).isEqualTo(Denials.ONE_BY_ONE);
		assertThat(count("other")).isOne();
		this.denials.endMinute();
		assertThat(counted()).containsExactly(57 - Denials.ONE_BY_ONE);
		deny("persistent", 1);
		assertThat(count("persistent")).isEqualTo(Denials.ONE_BY_ONE + 2);
	}

	@Test
	void areNotForgottenWhileTheDatabaseIsAway() {
		deny("unlucky", 3);
		this.denials.endMinute();
		migrate();
		this.denials.endMinute();
		assertThat(counted()).containsExactly(3);
	}

	@Test
	void areWrittenWhenTheServiceStops() {
		migrate();
		deny("persistent", Denials.ONE_BY_ONE + 1);
		this.denials.destroy();
		assertThat(counted()).containsExactly(1);
	}

	private void migrate() {
		Flyway.configure()
			.dataSource(this.database.url(), this.database.owner().role(), this.database.owner().password())
			.locations("classpath:db/platform")
			.placeholders(Map.of("service-role", this.database.user().role()))
			.load()
			.migrate();
	}

	private void deny(String subject, int times) {
		Caller caller = new Caller(subject, Caller.Kind.USER, null, null, true, List.of());
		IntStream.range(0, times)
			.forEach((i) -> this.denials
				.record(AuditEntry.of(caller, "note:read", "GET /notes").ended(AuditResult.DENIED)));
	}

	private long count(String caller) {
		return this.jdbc.sql("select count(*) from audit_event where caller = ?")
			.param(caller)
			.query(Long.class)
			.single();
	}

	private List<Integer> counted() {
		return this.jdbc.sql("select items from audit_event where reason = 'further denials'")
			.query(Integer.class)
			.list();
	}

}
