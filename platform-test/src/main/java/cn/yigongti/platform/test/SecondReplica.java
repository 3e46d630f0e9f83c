package cn.yigongti.platform.test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Another process of the service under test, on the same database and the same Redis. */
public final class SecondReplica implements AutoCloseable {

	private static final Set<String> OF_THE_TEST = Set.of("patience", "real environment", "Inlined Test Properties",
			"Dynamic Test Properties", ElasticsearchForTests.SETTINGS);

	private final ConfigurableApplicationContext context;

	private SecondReplica(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts it, of the service's own classes, with the settings of the test.
	 * @param sources the application, and what of the test belongs to it
	 */
	public static SecondReplica of(ConfigurableApplicationContext first, Class<?>... sources) {
		Map<String, Object> settings = new LinkedHashMap<>();
		first.getEnvironment()
			.getPropertySources()
			.stream()
			.filter((source) -> OF_THE_TEST.contains(source.getName()))
			.map(EnumerablePropertySource.class::cast)
			.forEach((source) -> copy(source, settings));
		settings.put("server.port", 0);
		return new SecondReplica(new SpringApplicationBuilder(sources).run(settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new)));
	}

	private static void copy(EnumerablePropertySource<?> source, Map<String, Object> settings) {
		for (String name : source.getPropertyNames()) {
			settings.putIfAbsent(name, String.valueOf(source.getProperty(name)));
		}
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public RestTestClient http() {
		return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port()).build();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
