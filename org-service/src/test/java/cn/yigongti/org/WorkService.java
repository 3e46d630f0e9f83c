package cn.yigongti.org;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import cn.yigongti.platform.test.StubServer;
import cn.yigongti.platform.test.StubServer.Behaviour;
import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A service that has work under way for organizations, as its contract example says it
 * answers: no organization has open work, unless a test says otherwise of one of its own.
 */
public final class WorkService implements AutoCloseable {

	private final String name;

	private final String path;

	private final StubServer server = StubServer.start().behave(this::answer);

	private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();

	/**
	 * Found by every start of the service under test, since many tests close
	 * organizations and few care about open work.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Peers {

		@Bean
		WorkService referrals() {
			return new WorkService("referral-service", "/api/v1/referrals/open-counts");
		}

		@Bean
		WorkService consultations() {
			return new WorkService("consultation-service", "/api/v1/consultations/open-counts");
		}

		@Bean
		DynamicPropertyRegistrar workServiceAddresses(List<WorkService> services) {
			return (registry) -> services.forEach((service) -> registry.add(
					"spring.cloud.discovery.client.simple.instances.%s[0].uri".formatted(service.name),
					() -> "http://127.0.0.1:" + service.server.port()));
		}

	}

	private WorkService(String name, String path) {
		this.name = name;
		this.path = path;
	}

	/** The organization has open work. */
	public void open(UUID organization, int asSource, int asTarget) {
		answer(organization, 200, counts(organization.toString(), asSource, asTarget));
	}

	/** It answers otherwise when asked about this organization. */
	public void answer(UUID organization, int status, String body) {
		behave(organization, (exchange) -> send(exchange, status, body));
	}

	public void behave(UUID organization, Behaviour behaviour) {
		this.behaviours.put(organization.toString(), behaviour);
	}

	/** How often it was asked about an organization. */
	public long asked(UUID organization) {
		List<String> seen = this.server.seen();
		return seen.stream().filter((request) -> request.endsWith("organizationId=" + organization)).count();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String organization = exchange.getRequestURI().getQuery().replace("organizationId=", "");
		boolean identified = exchange.getRequestHeaders().getFirst("Authorization") != null;
		if (!identified || !exchange.getRequestURI().getPath().equals(this.path)) {
			send(exchange, identified ? 404 : 401, "{}");
			return;
		}
		this.behaviours.getOrDefault(organization, (_) -> send(exchange, 200, counts(organization, 0, 0)))
			.handle(exchange);
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
	}

	private String counts(String organization, int asSource, int asTarget) {
		try {
			JsonNode example = JsonMapper.shared()
				.readTree(Files.readString(Path.of("..", "contracts", this.name, "open-counts.json")));
			((ObjectNode) example.path("items").get(0)).put("organizationId", organization)
				.put("asSource", asSource)
				.put("asTarget", asTarget);
			return example.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.close();
	}

}
