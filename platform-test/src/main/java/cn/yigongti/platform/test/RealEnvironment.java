package cn.yigongti.platform.test;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import cn.yigongti.localservers.Redis;
import cn.yigongti.platform.resealing.SealedSchema;
import cn.yigongti.platform.test.servers.TestDatabase;
import cn.yigongti.platform.test.servers.TestServers;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.Assert;

/**
 * Points a service under test at real servers and at the {@link TestIssuer}; keys are
 * made anew each time. What runs by the clock and concerns every service doesn't run by
 * itself.
 */
class RealEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** On a busy machine a healthy Redis may take longer than a service would wait. */
	private static final Map<String, Object> PATIENCE = Map.of("spring.data.redis.timeout", "5s");

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		String name = context.getEnvironment().getRequiredProperty("spring.application.name");
		TestDatabase database = TestDatabase.create(name.replace("-service", "").replace('-', '_'));
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("spring.datasource.url", database.url());
		properties.put("spring.datasource.username", database.user().role());
		properties.put("spring.datasource.password", database.user().password());
		properties.put("spring.flyway.user", database.owner().role());
		properties.put("spring.flyway.password", database.owner().password());
		properties.put("yigongti.standby.url", database.standbyUrl());
		properties.put("yigongti.issuer", TestIssuer.ISSUER);
		properties.put("yigongti.jwk-set-uri", TestIssuer.jwkSetUri());
		properties.put("yigongti.token-uri", TestIssuer.tokenUri());
		properties.put("yigongti.service-client.secret", "secret");
		properties.put("spring.cloud.discovery.client.simple.instances.iam-service[0].uri", TestIssuer.uri());
		properties.put("yigongti.keys.cursor", randomKey());
		properties.put("yigongti.keys.field", randomKey());
		properties.put("yigongti.keys.hash", randomKey());
		properties.put("yigongti.keys.resident", randomKey());
		properties.put("yigongti.resealing.initial-delay", "1d");
		properties.putAll(redis(database));
		context.addApplicationListener(RealEnvironment::verifySealedColumns);
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("patience", PATIENCE));
		context.getEnvironment().getPropertySources().addLast(new MapPropertySource("real environment", properties));
	}

	/** No encrypted column of any service is forgotten when a key is replaced. */
	private static void verifySealedColumns(ApplicationEvent event) {
		if (event instanceof ContextRefreshedEvent refreshed) {
			refreshed.getApplicationContext()
				.getBeanProvider(SealedSchema.class)
				.ifAvailable((schema) -> Assert.state(schema.differences().isEmpty(),
						() -> "declared as SealedTable and marked in the schema should be the same columns, but for "
								+ schema.differences()));
		}
	}

	/** Under names that no other context has. */
	private static Map<String, Object> redis(TestDatabase database) {
		Redis redis = TestServers.redis();
		return Map.of("spring.data.redis.host", redis.host(), "spring.data.redis.port", redis.port(),
				"spring.data.redis.password", redis.password(), "yigongti.cache.prefix", database.name(),
				"yigongti.access-changes.stream", "access-changes:" + database.name());
	}

	private static String randomKey() {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return Base64.getEncoder().encodeToString(key);
	}

}
