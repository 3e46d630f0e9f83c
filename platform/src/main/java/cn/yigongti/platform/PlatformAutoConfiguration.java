package cn.yigongti.platform;

import java.time.Clock;
import java.util.Base64;

import cn.yigongti.platform.accesschange.AccessChangeConfiguration;
import cn.yigongti.platform.audit.AuditConfiguration;
import cn.yigongti.platform.audit.chain.ChainConfiguration;
import cn.yigongti.platform.audit.search.web.SearchConfiguration;
import cn.yigongti.platform.cache.CacheConfiguration;
import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyRing;
import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.idempotency.IdempotencyFilter;
import cn.yigongti.platform.idempotency.RememberedAnswers;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.platform.outbound.call.OutboundConfiguration;
import cn.yigongti.platform.paging.Cursors;
import cn.yigongti.platform.permission.PermissionConfiguration;
import cn.yigongti.platform.remote.RemoteConfiguration;
import cn.yigongti.platform.resealing.ResealingConfiguration;
import cn.yigongti.platform.resident.ResidentReferences;
import cn.yigongti.platform.routing.RoutingConfiguration;
import cn.yigongti.platform.web.SecurityConfiguration;
import cn.yigongti.platform.web.WebConfiguration;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Switches the platform on in every servlet service. */
@AutoConfiguration(beforeName = { "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
		"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
		"org.springframework.cloud.openfeign.loadbalancer.FeignLoadBalancerAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableScheduling
@Import({ WebConfiguration.class, SecurityConfiguration.class, RoutingConfiguration.class, RemoteConfiguration.class,
		OutboundConfiguration.class, CacheConfiguration.class, AccessChangeConfiguration.class,
		PermissionConfiguration.class, AuditConfiguration.class, ChainConfiguration.class, SearchConfiguration.class,
		ResealingConfiguration.class })
public class PlatformAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	FieldCipher fieldCipher(Environment environment) {
		return new FieldCipher(KeyRing.from(environment, "yigongti.keys.field"));
	}

	@Bean
	KeyedHash keyedHash(Environment environment) {
		return new KeyedHash(KeyRing.from(environment, "yigongti.keys.hash"));
	}

	@Bean
	@Lazy
	RowMappers rowMappers(RelationalMappingContext mapping, JdbcConverter converter) {
		return new RowMappers(mapping, converter);
	}

	/** For the services that know residents by the reference in their tokens. */
	@Bean
	@ConditionalOnProperty("yigongti.keys.resident")
	ResidentReferences residentReferences(@Value("${yigongti.keys.resident}") String key) {
		return new ResidentReferences(new KeyedHash(Base64.getDecoder().decode(key)));
	}

	@Bean
	Cursors cursors(@Value("${yigongti.keys.cursor}") String key) {
		return new Cursors(new KeyedHash(Base64.getDecoder().decode(key)));
	}

	@Bean
	IdempotencyFilter idempotencyFilter(JdbcClient jdbc, FieldCipher cipher, KeyedHash hash,
			PlatformTransactionManager transactions,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		return new IdempotencyFilter(new RememberedAnswers(jdbc, cipher), new TransactionTemplate(transactions), hash,
				problems);
	}

}
