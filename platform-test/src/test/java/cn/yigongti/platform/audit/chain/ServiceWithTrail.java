package cn.yigongti.platform.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import cn.yigongti.localservers.Postgres.Login;
import cn.yigongti.platform.audit.AuditSignature;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.audit.AuditTrails;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.test.servers.TestDatabase;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** As much of a service as its trail needs, and the owner of its database. */
final class ServiceWithTrail {

	static final String NAME = "sample-service";

	static final String KEY = "0123456789abcdef0123456789abcdef";

	final TestDatabase database = TestDatabase.create("chain");

	final JdbcClient owner = JdbcClient.create(source(this.database.owner()));

	final DataSourceTransactionManager transactions = new DataSourceTransactionManager(source(this.database.user()));

	final TransactionTemplate transaction = new TransactionTemplate(this.transactions);

	final JdbcClient service = JdbcClient.create(Objects.requireNonNull(this.transactions.getDataSource()));

	private final KeyedHash fields = new KeyedHash(KEY.getBytes(java.nio.charset.StandardCharsets.UTF_8));

	private final Caller caller = new Caller("somebody", Caller.Kind.USER, UUID.randomUUID(), null, true, List.of());

	/** With a trail of so many sealed entries. */
	static ServiceWithTrail sealed(int entries) {
		ServiceWithTrail service = new ServiceWithTrail();
		service.migrateTo("latest");
		service.write(entries);
		service.sealing().sealAll();
		return service;
	}

	void migrateTo(String version) {
		Flyway.configure()
			.dataSource(source(this.database.owner()))
			.locations("classpath:db/platform")
			.placeholders(Map.of("service-role", this.database.user().role()))
			.target(version)
			.load()
			.migrate();
	}

	void write(int entries) {
		IntStream.range(0, entries)
			.forEach((i) -> trail().record(this.caller, "note:write", "note", String.valueOf(i), "because"));
	}

	/** Entries that were written so long ago. */
	void writeBefore(Duration ago, int entries) {
		AuditTrail past = AuditTrails.on(this.transactions, this.fields,
				Clock.fixed(Instant.now().minus(ago), ZoneOffset.UTC));
		IntStream.range(0, entries).forEach((i) -> past.record(this.caller, "note:write", "note", "old-" + i, null));
	}

	AuditTrail trail() {
		return AuditTrails.on(this.transactions, this.fields, Clock.systemUTC());
	}

	AuditChain chain() {
		return new AuditChain(this.service, this.fields, NAME);
	}

	SealEntries sealing() {
		return new SealEntries(this.service, this.transaction, chain(), new AuditSignature(this.fields));
	}

	VerifyTrail verifying() {
		return verifyingWithin(Duration.ofMinutes(10));
	}

	VerifyTrail verifyingWithin(Duration sealWithin) {
		return new VerifyTrail(this.service, this.transaction, chain(), sealWithin, Clock.systemUTC());
	}

	PurgeEntries purging(Duration keepFor) {
		return new PurgeEntries(this.service, this.transaction, chain(), trail(), NAME, keepFor, Clock.systemUTC());
	}

	UUID entry(long number) {
		return this.owner.sql("select event_id from audit_seal where number = ?")
			.param(number)
			.query(UUID.class)
			.single();
	}

	DriverManagerDataSource source(Login login) {
		return new DriverManagerDataSource(this.database.url(), login.role(), login.password());
	}

}
