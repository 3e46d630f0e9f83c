package cn.yigongti.platform.cache;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import cn.yigongti.platform.redis.HasRedisAddress;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;

/**
 * Caches in Redis for a service that has {@code spring-boot-starter-data-redis} and an
 * address; caches that hold nothing for the others.
 */
@Configuration(proxyBeanMethods = false)
public class CacheConfiguration {

	@Bean
	Caches caches(ObjectProvider<EntriesByName> redis, ObjectProvider<MeterRegistry> meters) {
		EntriesByName entries = redis.getIfAvailable();
		return (entries != null) ? new Caches(entries, meters.getIfAvailable(CompositeMeterRegistry::new))
				: new Caches((_) -> Entries.NONE, new CompositeMeterRegistry());
	}

	/** Where the entries of each cache are. */
	interface EntriesByName extends Function<String, Entries> {

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ StringRedisTemplate.class, LettuceClientOptionsBuilderCustomizer.class })
	@Conditional(HasRedisAddress.class)
	@EnableConfigurationProperties(CacheProperties.class)
	static class InRedis {

		@Bean
		EntriesByName redisEntries(StringRedisTemplate redis, TaskScheduler scheduler, CacheProperties properties,
				@Value("${spring.application.name}") String service) {
			GuardedRedis guarded = new GuardedRedis(redis, scheduler);
			guarded.start();
			String prefix = properties.prefixFor(service);
			return (name) -> new RedisEntries(guarded, prefix + ":" + name, properties.timeToLive());
		}

		@Bean
		OutdatedByTables outdatedByTables(ObjectProvider<Caches> caches, ObjectProvider<JdbcClient> jdbc) {
			return new OutdatedByTables(caches, jdbc);
		}

		/** Nobody waits for a Redis that is gone … */
		@Bean
		LettuceClientOptionsBuilderCustomizer refuseWhileDisconnected() {
			return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
		}

		/** … and one that is back is soon noticed. */
		@Bean
		ClientResourcesBuilderCustomizer reconnectSoon() {
			Delay delay = Delay.exponential(Duration.ofMillis(10), Duration.ofSeconds(2), 2, TimeUnit.MILLISECONDS);
			return (resources) -> resources.reconnectDelay(delay);
		}

	}

}
