package cn.yigongti.search.notes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import cn.yigongti.platform.test.StubServer;
import cn.yigongti.platform.test.servers.TestServers;
import com.sun.net.httpserver.HttpExchange;

/** Stands before the real Elasticsearch and lets through what it is told to. */
public final class FlakyElasticsearch implements AutoCloseable {

	private static final Set<String> OWN_HEADERS = Set.of("host", "connection", "content-length", "upgrade",
			"transfer-encoding", "expect");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final StubServer stub = StubServer.start();

	private volatile Predicate<String> lostAnswers = (path) -> false;

	private volatile int mostBytes = Integer.MAX_VALUE;

	public FlakyElasticsearch() {
		goUp();
	}

	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.stub.port());
	}

	public void goUp() {
		this.lostAnswers = (path) -> false;
		this.stub.behave(this::pass);
	}

	/** Breaks every connection. */
	public void goDown() {
		this.stub.behave((exchange) -> {
			throw new IOException("down");
		});
	}

	public void staySilent() {
		this.stub.staySilent();
	}

	/** Does what it is asked on such paths, but doesn't say so. */
	public void loseAnswersOf(String path) {
		this.lostAnswers = (asked) -> asked.contains(path);
	}

	/** As a proxy does that limits bodies. */
	public void takeNoMoreThan(int bytes) {
		this.mostBytes = bytes;
	}

	/** To everything, whatever it is. */
	public void answer(int status, String json) {
		this.stub.behave((exchange) -> {
			exchange.getRequestBody().readAllBytes();
			exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			byte[] body = json.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
		});
	}

	public long requests() {
		return this.stub.seen().size();
	}

	private void pass(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().toString();
		if (body.length > this.mostBytes) {
			exchange.sendResponseHeaders(413, -1);
			return;
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(TestServers.elasticsearch().uri().resolve(path))
			.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		HttpResponse<byte[]> answer = send(request.build());
		if (this.lostAnswers.test(path)) {
			throw new IOException("the answer is lost");
		}
		answer.headers().map().forEach((name, values) -> {
			if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
				exchange.getResponseHeaders().put(name, values);
			}
		});
		boolean head = exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(answer.statusCode(),
				(head || answer.body().length == 0) ? -1 : answer.body().length);
		if (!head) {
			exchange.getResponseBody().write(answer.body());
		}
	}

	private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	@Override
	public void close() {
		this.stub.close();
		this.http.close();
	}

}
