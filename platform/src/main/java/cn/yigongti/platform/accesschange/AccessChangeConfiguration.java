package cn.yigongti.platform.accesschange;

import cn.yigongti.platform.redis.HasRedisAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Lets a service hear of changes, if it has the address of a Redis. */
@Configuration(proxyBeanMethods = false)
public class AccessChangeConfiguration {

	private static final Logger log = LoggerFactory.getLogger(AccessChangeConfiguration.class);

	@Bean
	AccessChanges accessChanges(ObjectProvider<MeterRegistry> meters, ObjectProvider<ChangeStream> stream) {
		if (stream.getIfAvailable() == null) {
			log.warn("There is no Redis to hear of changes of access by: they take effect when tokens end");
		}
		return new AccessChanges(meters.getIfAvailable(CompositeMeterRegistry::new), System::nanoTime);
	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(HasRedisAddress.class)
	static class Followed {

		/**
		 * The same for all services of an installation, which have one issuer, and for no
		 * other.
		 */
		@Bean
		ChangeStream changeStream(StringRedisTemplate redis, Environment environment,
				@Value("${yigongti.issuer}") String issuer) {
			return new ChangeStream(redis,
					environment.getProperty("yigongti.access-changes.stream", "access-changes:" + issuer));
		}

		@Bean
		Rounds followChanges(ChangeStream stream, AccessChanges changes) {
			return new Rounds("access-changes", new FollowChanges(stream, changes)::round);
		}

	}

}
