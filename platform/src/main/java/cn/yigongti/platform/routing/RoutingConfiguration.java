package cn.yigongti.platform.routing;

import java.time.Duration;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Sends read-only transactions ({@code @Transactional(readOnly = true)}) to the standby.
 * A connection is fetched only when the first statement needs it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yigongti.standby.url")
public class RoutingConfiguration {

	@Bean
	static BeanPostProcessor primaryAndStandby(Environment environment, ObjectProvider<MeterRegistry> meters) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof HikariDataSource primary && name.equals("dataSource"))
						? routed(primary, environment, meters) : bean;
			}
		};
	}

	private static DataSource routed(HikariDataSource primary, Environment environment,
			ObjectProvider<MeterRegistry> meters) {
		Duration tolerance = environment.getProperty("yigongti.standby.max-lag", Duration.class, Duration.ofSeconds(5));
		var standby = new StandbyDataSource(pool(primary, environment), primary, tolerance);
		var proxy = new LazyConnectionDataSourceProxy(primary);
		proxy.setReadOnlyDataSource(standby);
		meters.ifAvailable(
				(registry) -> Gauge.builder("yigongti.standby.usable", standby, (source) -> source.isUsable() ? 1 : 0)
					.description("1 while reads may go to the standby database")
					.register(registry));
		return proxy;
	}

	private static HikariDataSource pool(HikariDataSource primary, Environment environment) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("standby");
		config.setJdbcUrl(environment.getRequiredProperty("yigongti.standby.url"));
		config.setUsername(primary.getUsername());
		config.setPassword(primary.getPassword());
		config.setMaximumPoolSize(primary.getMaximumPoolSize());
		config.setMinimumIdle(0);
		config.setConnectionTimeout(2_000);
		config.setInitializationFailTimeout(-1);
		config.setReadOnly(true);
		return new HikariDataSource(config);
	}

}
