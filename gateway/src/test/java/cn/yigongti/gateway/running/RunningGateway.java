package cn.yigongti.gateway.running;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import cn.yigongti.gateway.GatewayApplication;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** The gateway on a free port, in front of a stub for each service. */
public final class RunningGateway implements AutoCloseable {

	/**
	 * Deliberately not where the gateway really listens: what is public is a matter of
	 * configuration.
	 */
	public static final String ISSUER = "http://yigongti.example:8080";

	public static final List<String> SERVICES = List.of("iam-service", "org-service", "consultation-service",
			"referral-service", "dashboard-service", "health-record-service");

	/**
	 * Redis has sixteen databases; gateways which live at the same time don't count
	 * together.
	 */
	private static final AtomicInteger DATABASE = new AtomicInteger();

	private final Map<String, StubService> services = new LinkedHashMap<>();

	private final Tokens tokens = Tokens.signedWith("key-1");

	private final ConfigurableApplicationContext context;

	private RunningGateway(List<String> properties) {
		SERVICES.forEach((name) -> this.services.put(name, StubService.start(name)));
		publishKeys();
		Map<String, String> settings = new LinkedHashMap<>();
		properties().forEach((property) -> set(settings, property));
		properties.forEach((property) -> set(settings, property));
		this.context = new SpringApplicationBuilder(GatewayApplication.class, OwnThreads.class).run(settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new));
	}

	/** The last one counts; one without a value takes the setting back. */
	private static void set(Map<String, String> settings, String property) {
		int sign = property.indexOf('=');
		String value = property.substring(sign + 1);
		settings.compute(property.substring(0, sign), (_, _) -> value.isEmpty() ? null : value);
	}

	/** With other settings than most tests need. */
	public static RunningGateway with(String... properties) {
		return new RunningGateway(List.of(properties));
	}

	/**
	 * The one with which most tests can do; services and what they were told are
	 * forgotten.
	 */
	public static RunningGateway shared() {
		SharedGateway.INSTANCE.services.values().forEach(StubService::forget);
		SharedGateway.INSTANCE.publishKeys();
		return SharedGateway.INSTANCE;
	}

	private void publishKeys() {
		service("iam-service").answer("/oauth2/jwks", 200, this.tokens.publicKeys());
	}

	private List<String> properties() {
		List<String> properties = new ArrayList<>(
				List.of("server.port=0", "server.address=127.0.0.1", "yigongti.issuer=" + ISSUER,
						"yigongti.jwk-set-uri=" + service("iam-service").address() + "/oauth2/jwks",
						"yigongti.gateway.rate-limits.anonymous.burst=10000",
						"yigongti.gateway.rate-limits.sign-in.burst=10000", "spring.data.redis.timeout=5s",
						"spring.data.redis.database=" + DATABASE.getAndIncrement() % 16));
		properties.addAll(TestRedis.properties());
		this.services.forEach((name, stub) -> properties
			.add("spring.cloud.discovery.client.simple.instances." + name + "[0].uri=" + stub.address()));
		return properties;
	}

	public StubService service(String name) {
		StubService service = this.services.get(name);
		if (service == null) {
			throw new IllegalArgumentException(name);
		}
		return service;
	}

	public Tokens tokens() {
		return this.tokens;
	}

	/** A client without a token. */
	public Browser browser() {
		return new Browser(port());
	}

	/** A client with a token. */
	public Browser browser(String subject) {
		return browser().with("Authorization", "Bearer " + this.tokens.of(subject));
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public boolean has(Class<?> bean) {
		return this.context.getBeanNamesForType(bean).length > 0;
	}

	public double count(String meter, String... tags) {
		return this.context.getBean(MeterRegistry.class).get(meter).tags(tags).counter().count();
	}

	@Override
	public void close() {
		this.context.close();
		this.services.values().forEach(StubService::close);
	}

	/**
	 * A gateway that ends takes the threads of Netty with it; they must not be those of
	 * the others.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnThreads {

		@Bean
		ReactorResourceFactory reactorResources() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			return resources;
		}

	}

	/** Started by the first test that wants it. */
	private static final class SharedGateway {

		static final RunningGateway INSTANCE = with("yigongti.gateway.allowed-origins=https://console.example");

	}

}
