package cn.yigongti.platform.audit.chain;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

import cn.yigongti.platform.crypto.KeyRing;
import cn.yigongti.platform.crypto.KeyedHash;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A service started with {@code --yigongti.audit.verify} verifies its audit trail instead
 * of serving, and ends: with 0 when it is intact, 1 when it is not, 2 when that can't be
 * told. Nothing else of the service is started.
 */
public class VerifyCommand implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static final int INTACT = 0;

	static final int BROKEN = 1;

	static final int UNKNOWN = 2;

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		String wanted = context.getEnvironment().getProperty("yigongti.audit.verify", "false");
		if (!wanted.equals("false")) {
			System.exit(run(context.getEnvironment(), System.out));
		}
	}

	static int run(Environment settings, PrintStream out) {
		String service = settings.getRequiredProperty("spring.application.name");
		try {
			Verdict verdict = trail(settings, service)
				.verify(Seal.parseOrNull(settings.getProperty("yigongti.audit.expected-seal")));
			out.println(service + ": " + textOf(verdict));
			return verdict.intact() ? INTACT : BROKEN;
		}
		catch (DataAccessException | TransactionException ex) {
			out.println(service + ": the audit trail could not be read: " + ex.getMessage());
			return UNKNOWN;
		}
	}

	private static VerifyTrail trail(Environment settings, String service) {
		DriverManagerDataSource database = new DriverManagerDataSource(
				settings.getRequiredProperty("spring.datasource.url"),
				settings.getRequiredProperty("spring.datasource.username"),
				settings.getRequiredProperty("spring.datasource.password"));
		JdbcClient jdbc = JdbcClient.create(database);
		KeyedHash fields = new KeyedHash(KeyRing.from(settings, "yigongti.keys.hash"));
		Duration sealWithin = settings.getProperty("yigongti.audit.seal-within", Duration.class,
				AuditProperties.SEAL_WITHIN);
		return new VerifyTrail(jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)),
				new AuditChain(jdbc, fields, service), sealWithin, Clock.systemUTC());
	}

	private static String textOf(Verdict verdict) {
		Flaw flaw = verdict.flaw();
		if (flaw == null) {
			return "audit trail intact, entries %d to %d, seal %s".formatted(verdict.from(), verdict.to(),
					verdict.seal());
		}
		return "audit trail BROKEN, first at entry %s (%s): %s; intact from %d to %d".formatted(
				(flaw.number() != null) ? flaw.number() : "without a number",
				(flaw.entryId() != null) ? flaw.entryId() : "id unknown", flaw.kind(), verdict.from(), verdict.to());
	}

}
