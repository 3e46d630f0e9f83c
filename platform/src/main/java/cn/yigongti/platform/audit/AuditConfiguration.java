package cn.yigongti.platform.audit;

import java.time.Clock;

import cn.yigongti.platform.crypto.KeyedHash;
import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Gateways.class)
public class AuditConfiguration {

	@Bean
	AuditSignature auditSignature(KeyedHash fields) {
		return new AuditSignature(fields);
	}

	@Bean
	AuditWriter auditWriter(NamedParameterJdbcTemplate jdbc, AuditSignature signature, Clock clock,
			ObjectProvider<Tracer> tracer, Gateways gateways) {
		RequestOrigin origin = new RequestOrigin(gateways.networks(), tracer.getIfAvailable(() -> Tracer.NOOP));
		return new AuditWriter(jdbc, signature, origin, clock);
	}

	@Bean
	Denials denials(AuditWriter writer, PlatformTransactionManager transactions) {
		return new Denials(writer, transactions);
	}

	@Bean
	AuditTrail auditTrail(AuditWriter writer, Denials denials, KeyedHash fields,
			PlatformTransactionManager transactions) {
		return new AuditTrail(writer, denials, fields, transactions);
	}

}
