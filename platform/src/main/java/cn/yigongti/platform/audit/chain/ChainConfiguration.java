package cn.yigongti.platform.audit.chain;

import java.time.Clock;

import cn.yigongti.platform.audit.AuditSignature;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.crypto.KeyedHash;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
public class ChainConfiguration {

	@Bean
	AuditChain auditChain(JdbcClient jdbc, KeyedHash fields, @Value("${spring.application.name}") String service) {
		return new AuditChain(jdbc, fields, service);
	}

	@Bean
	SealEntries sealEntries(JdbcClient jdbc, TransactionTemplate transaction, AuditChain chain,
			AuditSignature signature, MeterRegistry meters) {
		SealEntries sealing = new SealEntries(jdbc, transaction, chain, signature);
		Gauge.builder("yigongti.audit.sealed", sealing, SealEntries::sealedUpTo)
			.description("Number of the last sealed entry of the audit trail")
			.register(meters);
		Gauge.builder("yigongti.audit.intact", sealing, (chained) -> chained.isIntact() ? 1 : 0)
			.description("0 when the audit trail was found to be tampered with")
			.register(meters);
		return sealing;
	}

	@Bean
	VerifyTrail verifyTrail(JdbcClient jdbc, TransactionTemplate transaction, AuditChain chain,
			AuditProperties properties, Clock clock) {
		return new VerifyTrail(jdbc, transaction, chain, properties.sealWithin(), clock);
	}

	@Bean
	PurgeEntries purgeEntries(JdbcClient jdbc, TransactionTemplate transaction, AuditChain chain, AuditTrail audit,
			AuditProperties properties, Clock clock, @Value("${spring.application.name}") String service) {
		return new PurgeEntries(jdbc, transaction, chain, audit, service, properties.keepFor(), clock);
	}

}
