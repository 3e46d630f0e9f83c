package cn.yigongti.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's server on 127.0.0.1, which behaves as badly as it is told to.
 */
public final class StubServer implements AutoCloseable {

	private final CountDownLatch closing = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final List<String> seen = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile Behaviour behaviour = (exchange) -> answer(exchange, 404, new byte[0]);

	/** What it does with a request. */
	@FunctionalInterface
	public interface Behaviour {

		void handle(HttpExchange exchange) throws IOException;

	}

	private StubServer(HttpServer server) {
		this.server = server;
		server.setExecutor(this.threads);
		server.createContext("/", this::handle);
		server.start();
	}

	public static StubServer start() {
		return start(null);
	}

	/** With TLS, when there is a context for it. */
	public static StubServer start(@Nullable SSLContext tls) {
		try {
			InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
			if (tls == null) {
				return new StubServer(HttpServer.create(address, 0));
			}
			HttpsServer secure = HttpsServer.create(address, 0);
			secure.setHttpsConfigurator(new HttpsConfigurator(tls));
			return new StubServer(secure);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	/** Host and path of every request so far. */
	public List<String> seen() {
		return this.seen;
	}

	public StubServer behave(Behaviour behaviour) {
		this.behaviour = behaviour;
		return this;
	}

	public StubServer answer(int status, String body) {
		return behave((exchange) -> answer(exchange, status, body.getBytes(StandardCharsets.UTF_8)));
	}

	/** Listens and says nothing. */
	public StubServer staySilent() {
		return behave((_) -> wait(1, TimeUnit.DAYS));
	}

	/** Announces much and sends a byte now and then. */
	public StubServer drip() {
		return behave((exchange) -> {
			exchange.sendResponseHeaders(200, 1_000_000);
			do {
				exchange.getResponseBody().write(' ');
				exchange.getResponseBody().flush();
			}
			while (!wait(20, TimeUnit.MILLISECONDS));
		});
	}

	/** Never stops talking. */
	public StubServer pour() {
		return behave((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			while (this.closing.getCount() > 0) {
				exchange.getResponseBody().write(new byte[8192]);
			}
		});
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.seen.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
			this.behaviour.handle(exchange);
		}
	}

	private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
	}

	private boolean wait(long time, TimeUnit unit) {
		try {
			return this.closing.await(time, unit);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	@Override
	public void close() {
		this.closing.countDown();
		this.server.stop(0);
		this.threads.close();
	}

}
