package cn.yigongti.consultation.config;

import cn.yigongti.consultation.ConsultationServiceApplication;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/**
 * Repositories without transactions of their own. The ones they would open for reading
 * are read-only, which here means the standby: a single read would not see what was
 * written a moment before.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(basePackageClasses = ConsultationServiceApplication.class, enableDefaultTransactions = false)
class RepositoryConfiguration {

}
