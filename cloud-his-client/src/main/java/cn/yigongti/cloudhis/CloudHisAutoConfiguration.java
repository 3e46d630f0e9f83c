package cn.yigongti.cloudhis;

import feign.Feign;
import feign.Request;
import feign.Retryer;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Offers {@link CloudHis}. Its Feign client is built by hand and not by Spring Cloud, so
 * that the token our services show each other can never travel to somebody else's system.
 */
@AutoConfiguration
@EnableConfigurationProperties(CloudHisProperties.class)
public class CloudHisAutoConfiguration {

	@Bean
	CloudHis cloudHis(CloudHisProperties properties, GuardedCalls calls) {
		return new CloudHis(endpoint(properties), calls);
	}

	@Bean
	GuardedCalls cloudHisCalls(CloudHisProperties properties) {
		return new GuardedCalls(properties);
	}

	@Bean
	MeterBinder cloudHisBreakerMetrics(GuardedCalls calls) {
		return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(calls.breakers());
	}

	static UserEndpoint endpoint(CloudHisProperties properties) {
		return Feign.builder()
			.decoder(new BoundedJsonDecoder(json(), Math.toIntExact(properties.maxAnswer().toBytes())))
			.options(new Request.Options(properties.connectTimeout(), properties.timeLimit(), false))
			.retryer(Retryer.NEVER_RETRY)
			.target(UserEndpoint.class, "http://each.call.names.its.his");
	}

	/** Lenient with what a HIS adds, strict with what is agreed. */
	private static JsonMapper json() {
		return JsonMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
			.build();
	}

}
