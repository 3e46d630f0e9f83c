package cn.yigongti.platform.cache;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;

class CacheConfigurationTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(DataRedisAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
		.withUserConfiguration(CacheConfiguration.class, Scheduling.class)
		.withPropertyValues("spring.application.name=sample-service");

	@EnableScheduling
	static class Scheduling {

	}

	@Test
	void aServiceWithoutTheLibraryHasCachesThatHoldNothing() {
		this.service.withClassLoader(new FilteredClassLoader(StringRedisTemplate.class))
			.withPropertyValues("spring.data.redis.host=redis.example")
			.run(CacheConfigurationTests::holdsNothing);
	}

	@Test
	void aServiceWithoutAnAddressHasCachesThatHoldNothing() {
		this.service.run(CacheConfigurationTests::holdsNothing);
	}

	@Test
	void aServiceWithAnAddressStartsWhileNobodyAnswersThere() {
		this.service.withPropertyValues("spring.data.redis.url=redis://127.0.0.1:1").run((context) -> {
			assertThat(context).hasSingleBean(OutdatedByTables.class);
			Cache<String> cache = context.getBean(Caches.class).create("thing", String.class);
			assertThat(cache.get("a", () -> Optional.of("loaded"))).contains("loaded");
		});
	}

	private static void holdsNothing(AssertableApplicationContext context) {
		assertThat(context).doesNotHaveBean(OutdatedByTables.class);
		Cache<String> cache = context.getBean(Caches.class).create("thing", String.class);
		cache.invalidate();
		assertThat(cache.get("a", () -> Optional.of("first"))).contains("first");
		assertThat(cache.get("a", () -> Optional.of("second"))).contains("second");
	}

}
