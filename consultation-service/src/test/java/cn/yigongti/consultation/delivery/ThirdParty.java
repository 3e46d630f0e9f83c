package cn.yigongti.consultation.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import cn.yigongti.platform.test.StubServer;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A third-party consultation system under a name of its own. What it takes it knows again
 * by the delivery id.
 */
final class ThirdParty implements AutoCloseable {

	private final String name = UUID.randomUUID() + ".third-party.example.cn";

	private final StubServer server = StubServer.start();

	private final Map<UUID, JsonNode> taken = new ConcurrentHashMap<>();

	private final List<UUID> heard = new CopyOnWriteArrayList<>();

	private final List<Headers> headers = new CopyOnWriteArrayList<>();

	static ThirdParty works() {
		return new ThirdParty().work();
	}

	String address() {
		return "http://" + this.name + ":" + this.server.port() + "/remote";
	}

	String host() {
		return this.name + ":" + this.server.port();
	}

	/** An address of this name at which nobody listens. */
	String addressOfNobody() {
		StubServer gone = StubServer.start();
		gone.close();
		return "http://" + this.name + ":" + gone.port();
	}

	/** Every delivery id it was sent, as often as it was. */
	List<UUID> heard() {
		return this.heard;
	}

	/** What it took, each delivery id once. */
	Map<UUID, JsonNode> taken() {
		return this.taken;
	}

	JsonNode taken(UUID deliveryId) {
		return Objects.requireNonNull(this.taken.get(deliveryId));
	}

	List<Headers> headers() {
		return this.headers;
	}

	List<String> paths() {
		return this.server.seen();
	}

	ThirdParty work() {
		this.server.behave((exchange) -> confirm(exchange, take(exchange)));
		return this;
	}

	/** Takes it, and says that it had it with 409. */
	ThirdParty conflict() {
		this.server.behave((exchange) -> {
			UUID id = listen(exchange);
			answer(exchange, 409, "{\"deliveryId\":\"" + id + "\",\"error\":\"known\"}");
		});
		return this;
	}

	/** Takes it, and hangs up before it has answered. */
	ThirdParty hangUp() {
		this.server.behave((exchange) -> take(exchange));
		return this;
	}

	/** Takes it, and does something else before it answers. */
	ThirdParty meanwhile(Runnable something) {
		this.server.behave((exchange) -> {
			boolean known = take(exchange);
			something.run();
			confirm(exchange, known);
		});
		return this;
	}

	/** Does something, and has no time for us. */
	ThirdParty failAfter(Runnable something) {
		this.server.behave((exchange) -> {
			listen(exchange);
			something.run();
			answer(exchange, 503, "");
		});
		return this;
	}

	ThirdParty answer(int status, String body) {
		this.server.behave((exchange) -> {
			listen(exchange);
			answer(exchange, status, body);
		});
		return this;
	}

	ThirdParty answer(int status, String header, String value) {
		this.server.behave((exchange) -> {
			listen(exchange);
			exchange.getResponseHeaders().set(header, value);
			answer(exchange, status, "");
		});
		return this;
	}

	ThirdParty staySilent() {
		this.server.staySilent();
		return this;
	}

	ThirdParty pour() {
		this.server.pour();
		return this;
	}

	private boolean take(HttpExchange exchange) throws IOException {
		UUID id = UUID.fromString(Objects.requireNonNull(exchange.getRequestHeaders().getFirst("X-Delivery-Id")));
		this.headers.add(exchange.getRequestHeaders());
		byte[] body = exchange.getRequestBody().readAllBytes();
		this.heard.add(id);
		return this.taken.putIfAbsent(id, JsonMapper.shared().readTree(body)) != null;
	}

	private UUID listen(HttpExchange exchange) throws IOException {
		UUID id = UUID.fromString(Objects.requireNonNull(exchange.getRequestHeaders().getFirst("X-Delivery-Id")));
		exchange.getRequestBody().readAllBytes();
		this.heard.add(id);
		return id;
	}

	private static void confirm(HttpExchange exchange, boolean known) throws IOException {
		String id = exchange.getRequestHeaders().getFirst("X-Delivery-Id");
		answer(exchange, known ? 200 : 202, """
				{"deliveryId":"%s","receivedAt":"2026-11-28T01:30:02Z","duplicate":%s}""".formatted(id, known));
	}

	private static void answer(HttpExchange exchange, int status, String text) throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
	}

	@Override
	public void close() {
		this.server.close();
	}

}
