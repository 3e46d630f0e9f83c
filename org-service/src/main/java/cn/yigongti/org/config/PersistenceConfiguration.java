package cn.yigongti.org.config;

import java.util.List;

import cn.yigongti.org.OrgServiceApplication;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/**
 * Without Spring Data's own transactions: those are read-only for reads, and would look
 * for what was just written on the standby.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(basePackageClasses = OrgServiceApplication.class, enableDefaultTransactions = false)
class PersistenceConfiguration {

	@Bean
	JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
		return JdbcCustomConversions.of(dialect, List.of(new CodeConverter()));
	}

}
