package cn.yigongti.platform.test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.platform.test.servers.TestServers;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Starts Elasticsearch for those tests alone that are {@link WithElasticsearch}. */
class ElasticsearchForTests implements ContextCustomizerFactory {

	static final String SETTINGS = "Elasticsearch of the test";

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		return TestContextAnnotationUtils.hasAnnotation(testClass, WithElasticsearch.class) ? new Settings() : null;
	}

	/** All alike, so that tests share a context. */
	private record Settings() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			Map<String, Object> settings = Map.of("yigongti.search.uri", TestServers.elasticsearch().uri().toString(),
					"yigongti.search.prefix", "test-" + UUID.randomUUID() + "-", "yigongti.search.poll-interval",
					"100ms", "yigongti.search.time-limit", "10s");
			context.getEnvironment().getPropertySources().addLast(new MapPropertySource(SETTINGS, settings));
		}

	}

}
