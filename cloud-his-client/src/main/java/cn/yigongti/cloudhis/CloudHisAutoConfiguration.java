package cn.yigongti.cloudhis;

import cn.yigongti.cloudhis.probe.HisProbe;
import cn.yigongti.platform.PlatformAutoConfiguration;
import cn.yigongti.platform.outbound.call.OutboundClients;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Offers {@link CloudHis} and {@link HisProbe}. Their clients are built by hand and not
 * by Spring Cloud, so that the token our services show each other can never travel to
 * somebody else's system.
 */
@AutoConfiguration(after = PlatformAutoConfiguration.class)
@EnableConfigurationProperties(CloudHisProperties.class)
public class CloudHisAutoConfiguration {

	@Bean
	CloudHis cloudHis(CloudHisProperties properties, OutboundClients clients, GuardedCalls calls) {
		return new CloudHis(clients.client(properties.limits()), clients.client(properties.lookupLimits()), calls);
	}

	@Bean
	HisProbe hisProbe(CloudHisProperties properties, OutboundClients clients) {
		return new HisProbe(clients, properties.probeLimits());
	}

	@Bean
	GuardedCalls cloudHisCalls(CloudHisProperties properties) {
		return new GuardedCalls(properties);
	}

	@Bean
	MeterBinder cloudHisBreakerMetrics(GuardedCalls calls) {
		return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(calls.breakers());
	}

}
