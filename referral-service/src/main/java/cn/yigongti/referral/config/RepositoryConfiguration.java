package cn.yigongti.referral.config;

import cn.yigongti.referral.ReferralServiceApplication;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/**
 * Repositories without transactions of their own. The ones they would open for reading
 * are read-only, which here means the standby: a single read would not see what was
 * written a moment before.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(basePackageClasses = ReferralServiceApplication.class, enableDefaultTransactions = false)
class RepositoryConfiguration {

}
