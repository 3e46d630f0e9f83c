package cn.yigongti.dev.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApiClientTests {

	private final List<String> calls = new ArrayList<>();

	private final Deque<Integer> statuses = new ArrayDeque<>();

	private HttpServer platform;

	private ApiClient client;

	@BeforeEach
	void start() throws Exception {
		this.platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.platform.createContext("/", this::answer);
		this.platform.start();
		this.client = new ApiClient(URI.create("http://127.0.0.1:" + this.platform.getAddress().getPort()), "operator",
				"s%cret");
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.platform.stop(0);
	}

	@Test
	void signsInOnceAndShowsTheToken() throws Exception {
		this.client.get("/api/v1/users");
		this.client.get("/api/v1/roles");
		String credentials = Base64.getEncoder().encodeToString("operator:s%25cret".getBytes(StandardCharsets.UTF_8));
		assertThat(this.calls).containsExactly(
				"POST /oauth2/token Basic " + credentials + " grant_type=client_credentials",
				"GET /api/v1/users Bearer token ", "GET /api/v1/roles Bearer token ");
	}

	@Test
	void asksForTheSameThingUnderTheSameKeyAndLeavesOutWhatIsNotThere() throws Exception {
		this.client.create("/api/v1/organizations", "demo:one", new Thing("名", null));
		assertThat(this.calls.getLast()).isEqualTo("POST /api/v1/organizations Bearer token demo:one {\"name\":\"名\"}");
	}

	@Test
	void waitsAsLongAsItIsToldToWhenThePlatformIsBusy() throws Exception {
		this.client.get("/api/v1/users");
		this.statuses.addAll(List.of(429, 503, 200));
		assertThat(this.client.get("/api/v1/users").path("id").asString()).isEqualTo("1");
		assertThat(this.calls).hasSize(5);
	}

	@Test
	void replacesTheVersionItHasSeen() throws Exception {
		this.client.replace("/api/v1/users/1", "/grants", List.of());
		assertThat(this.calls.getLast()).isEqualTo("PUT /api/v1/users/1/grants Bearer token \"v7\" []");
	}

	@Test
	void saysWhatWasRefused() throws Exception {
		this.client.get("/api/v1/users");
		this.statuses.add(409);
		assertThatExceptionOfType(LoadFailed.class).isThrownBy(() -> this.client.post("/api/v1/clients", Map.of()))
			.withMessage("POST /api/v1/clients was answered with 409 {\"access_token\":\"token\",\"id\":\"1\"}");
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String call = "%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(),
					exchange.getRequestHeaders().getFirst("Authorization"));
			for (String header : List.of("Idempotency-Key", "If-Match")) {
				String value = exchange.getRequestHeaders().getFirst(header);
				call += (value != null) ? " " + value : "";
			}
			this.calls.add(call + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			byte[] body = "{\"access_token\":\"token\",\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("ETag", "\"v7\"");
			exchange.getResponseHeaders().set("Retry-After", "0");
			exchange.sendResponseHeaders(this.statuses.isEmpty() ? 200 : this.statuses.removeFirst(), body.length);
			exchange.getResponseBody().write(body);
		}
	}

	private record Thing(String name, @Nullable String other) {
	}

}
