package cn.yigongti.consultation.delivery;

import java.time.Clock;

import cn.yigongti.consultation.delivery.thirdparty.ThirdPartySystem;
import cn.yigongti.platform.outbound.OutboundGuard;
import cn.yigongti.platform.outbound.call.OutboundClients;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

	/**
	 * With a client of its own, which is no bean: as one it would become the client of
	 * all our calls to other services.
	 */
	@Bean
	ThirdPartySystem thirdPartySystem(OutboundGuard guard, OutboundClients clients, DeliveryProperties properties,
			JsonMapper json, Clock clock) {
		return new ThirdPartySystem(guard, clients.client(properties.limits()), json, clock);
	}

	@Bean
	Hosts deliveryHosts(DeliveryProperties properties, Clock clock) {
		return new Hosts(properties, clock);
	}

	@Bean
	MeterBinder deliveryBreakerMetrics(Hosts hosts) {
		return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(hosts.breakers());
	}

	@Bean
	DeliveryMetrics deliveryMetrics(ObjectProvider<MeterRegistry> meters) {
		return new DeliveryMetrics(meters.getIfAvailable(CompositeMeterRegistry::new));
	}

	@Bean
	DeliveryWorker deliveryWorker(Outbox outbox, Courier courier, Hosts hosts, DeliveryProperties properties) {
		return new DeliveryWorker(outbox, courier, hosts, properties);
	}

	@Bean
	WatchBacklog watchBacklog(Outbox outbox, Hosts hosts, DeliveryMetrics metrics) {
		return new WatchBacklog(outbox, hosts, metrics);
	}

}
