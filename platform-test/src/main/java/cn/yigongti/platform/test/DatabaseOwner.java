package cn.yigongti.platform.test;

import javax.sql.DataSource;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Who owns the database of a service under test and can do there what the service itself
 * can't.
 */
public final class DatabaseOwner {

	private DatabaseOwner() {
	}

	public static DataSource of(Environment environment) {
		return new DriverManagerDataSource(environment.getRequiredProperty("spring.datasource.url"),
				environment.getRequiredProperty("spring.flyway.user"),
				environment.getRequiredProperty("spring.flyway.password"));
	}

}
