package cn.yigongti.org;

import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Another process of the service under test, on the same database and the same Redis. */
public final class SecondReplica implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private SecondReplica(ConfigurableApplicationContext context) {
		this.context = context;
	}

	public static SecondReplica of(ConfigurableApplicationContext first) {
		ConfigurableEnvironment settings = first.getEnvironment();
		String[] arguments = Stream
			.concat(Stream.of("--server.port=0"), settings.getPropertySources()
				.stream()
				.filter((source) -> source.getName().equals("patience") || source.getName().equals("real environment"))
				.map(MapPropertySource.class::cast)
				.flatMap((source) -> source.getSource().entrySet().stream())
				.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue()))
			.toArray(String[]::new);
		return new SecondReplica(new SpringApplicationBuilder(OrgServiceApplication.class).run(arguments));
	}

	public RestTestClient http() {
		return RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"))
			.build();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
