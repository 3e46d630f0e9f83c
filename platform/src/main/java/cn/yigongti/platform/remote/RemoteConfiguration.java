package cn.yigongti.platform.remote;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import feign.Client;
import feign.Retryer;
import feign.codec.Decoder;
import feign.codec.ErrorDecoder;
import feign.hc5.ApacheHttp5Client;
import feign.optionals.OptionalDecoder;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.cloud.openfeign.support.ResponseEntityDecoder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yigongti.token-uri")
public class RemoteConfiguration {

	private static final int CONNECTIONS_PER_SERVICE = 20;

	@Bean
	ServiceIdentity serviceIdentity(Environment environment, Clock clock) {
		String name = environment.getRequiredProperty("spring.application.name");
		ClientRegistration registration = ClientRegistration.withRegistrationId(ServiceIdentity.REGISTRATION)
			.clientId(name)
			.clientSecret(environment.getRequiredProperty("yigongti.service-client.secret"))
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.tokenUri(environment.getRequiredProperty("yigongti.token-uri"))
			.build();
		var registrations = new InMemoryClientRegistrationRepository(registration);
		var kept = new InMemoryOAuth2AuthorizedClientService(registrations);
		var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, kept);
		manager
			.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build());
		return new ServiceIdentity(manager, kept, name, clock);
	}

	@Bean
	CircuitBreakerRegistry circuitBreakerRegistry() {
		return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowSize(20)
			.minimumNumberOfCalls(10)
			.failureRateThreshold(50)
			.waitDurationInOpenState(Duration.ofSeconds(5))
			.permittedNumberOfCallsInHalfOpenState(3)
			.build());
	}

	@Bean(destroyMethod = "close")
	CloseableHttpClient serviceHttpClient() {
		return HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(CONNECTIONS_PER_SERVICE)
				.setMaxConnTotal(4 * CONNECTIONS_PER_SERVICE)
				.build())
			.evictIdleConnections(TimeValue.of(30, TimeUnit.SECONDS))
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.build();
	}

	@Bean
	@ConditionalOnMissingBean
	Client feignClient(CloseableHttpClient http, LoadBalancerClient loadBalancer, LoadBalancerClientFactory factory,
			CircuitBreakerRegistry breakers, ServiceIdentity identity) {
		return new ServiceClient(new ApacheHttp5Client(http), loadBalancer, factory, breakers, identity);
	}

	@Bean
	ErrorDecoder remoteProblemDecoder(JsonMapper json) {
		return new RemoteProblemDecoder(json);
	}

	@Bean
	Decoder tolerantDecoder(JsonMapper json) {
		return new OptionalDecoder(new ResponseEntityDecoder(new TolerantDecoder(json)));
	}

	@Bean
	Retryer noRetries() {
		return Retryer.NEVER_RETRY;
	}

}
