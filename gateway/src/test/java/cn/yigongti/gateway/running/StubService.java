package cn.yigongti.gateway.running;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A real HTTP server in the place of a service: says what it is told, and remembers what
 * it was asked.
 */
public final class StubService implements AutoCloseable {

	private final String name;

	private final Map<String, Script> scripts = new ConcurrentHashMap<>();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	private StubService(String name, int port) {
		this.name = name;
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(port)
			.httpRequestDecoder((decoder) -> decoder.maxHeaderSize(64 * 1024))
			.handle(this::handle)
			.bindNow();
	}

	public static StubService start(String name) {
		return new StubService(name, 0);
	}

	/** A service that comes up where another was. */
	public static StubService startOn(String name, int port) {
		return new StubService(name, port);
	}

	public URI address() {
		return URI.create("http://127.0.0.1:" + port());
	}

	public int port() {
		return this.server.port();
	}

	/**
	 * From now on requests to the path are answered so; those to others with the name of
	 * the service.
	 */
	public void answer(String path, Script script) {
		this.scripts.put(path, script);
	}

	public void answer(String path, int status, String json) {
		answer(path,
				(_, response) -> response.status(status)
					.header("Content-Type", "application/json")
					.sendString(Mono.just(json))
					.then());
	}

	public List<Request> requests() {
		return this.requests;
	}

	public Request lastRequest() {
		return this.requests.getLast();
	}

	public void forget() {
		this.scripts.clear();
		this.requests.clear();
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString(StandardCharsets.UTF_8).defaultIfEmpty("").flatMap((body) -> {
			Request received = new Request(request.method().name(), request.uri(), request.requestHeaders(), body);
			this.requests.add(received);
			return this.scripts.getOrDefault(received.path(), this::introduce).answer(received, response);
		});
	}

	private Mono<Void> introduce(Request request, HttpServerResponse response) {
		return response.header("Content-Type", "application/json")
			.sendString(Mono.just("{\"service\":\"" + this.name + "\"}"))
			.then();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/** Breaks off the connection. */
	public static Mono<Void> hangUp(HttpServerResponse response) {
		response.withConnection((connection) -> {
			var _ = connection.channel().close();
		});
		return Mono.never();
	}

	/** How to answer. */
	public interface Script {

		Mono<Void> answer(Request request, HttpServerResponse response);

	}

	/** What the service got. */
	public record Request(String method, String uri, HttpHeaders headers, String body) {

		public String path() {
			int query = this.uri.indexOf('?');
			return (query < 0) ? this.uri : this.uri.substring(0, query);
		}

	}

}
