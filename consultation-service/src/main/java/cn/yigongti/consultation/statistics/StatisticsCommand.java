package cn.yigongti.consultation.statistics;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;

import cn.yigongti.consultation.statistics.VerifySums.Difference;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;

/**
 * Started with {@code --yigongti.consultation.statistics.verify} the service compares its
 * statistics with the consultations instead of serving, and ends: with 0 when they agree,
 * 1 when they don't, 2 when that can't be told. With
 * {@code --yigongti.consultation.statistics.rebuild} it makes them anew before. Other
 * replicas may serve meanwhile.
 */
public class StatisticsCommand implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static final int AGREE = 0;

	static final int DIFFER = 1;

	static final int UNKNOWN = 2;

	private static final int SHOWN = 1000;

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Environment settings = context.getEnvironment();
		boolean rebuild = isWanted(settings, "rebuild");
		if (rebuild || isWanted(settings, "verify")) {
			System.exit(run(settings, rebuild, System.out));
		}
	}

	private static boolean isWanted(Environment settings, String what) {
		return !settings.getProperty("yigongti.consultation.statistics." + what, "false").equals("false");
	}

	static int run(Environment settings, boolean rebuild, PrintStream out) {
		DriverManagerDataSource database = new DriverManagerDataSource(
				settings.getRequiredProperty("spring.datasource.url"),
				settings.getRequiredProperty("spring.datasource.username"),
				settings.getRequiredProperty("spring.datasource.password"));
		try {
			if (rebuild) {
				new RebuildSums(database).rebuild();
				out.println("statistics made anew");
			}
			List<Difference> differences = new VerifySums(JdbcClient.create(database),
					new DataSourceTransactionManager(database))
				.differences();
			differences.stream().limit(SHOWN).forEach(out::println);
			out.println(differences.isEmpty() ? "statistics agree with the consultations"
					: "statistics DIFFER from the consultations, in %d sums".formatted(differences.size()));
			return differences.isEmpty() ? AGREE : DIFFER;
		}
		catch (DataAccessException | TransactionException | SQLException ex) {
			out.println("the statistics could not be looked at: " + ex.getMessage());
			return UNKNOWN;
		}
	}

}
