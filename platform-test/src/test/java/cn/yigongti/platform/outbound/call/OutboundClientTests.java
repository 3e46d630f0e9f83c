package cn.yigongti.platform.outbound.call;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

import javax.net.ssl.SSLContext;

import cn.yigongti.platform.outbound.AddressFlaw;
import cn.yigongti.platform.outbound.AddressRefused;
import cn.yigongti.platform.outbound.HostNames;
import cn.yigongti.platform.outbound.OutboundGuard;
import cn.yigongti.platform.outbound.OutboundProperties;
import cn.yigongti.platform.test.StubServer;
import feign.Request;
import feign.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OutboundClientTests {

	private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

	private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.1");

	private static final Duration LONG = Duration.ofSeconds(10);

	private static final Duration SHORT = Duration.ofMillis(200);

	private final StubServer server = StubServer.start().answer(200, "好");

	private final List<String> progress = new CopyOnWriteArrayList<>();

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void callsWhereTheCheckedNameStands() throws IOException {
		Response answer = get(limits(LONG, LONG), (_) -> List.of(HERE), "/his/users?page=0");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(new String(answer.body().asInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("好");
		assertThat(this.server.seen()).containsExactly("his.example.cn:" + this.server.port() + "/his/users?page=0");
		assertThat(this.progress).containsExactly("name", "connected", "answered 200");
	}

	@Test
	void asksTheNameServiceOnceForEachConnection() throws IOException {
		List<String> asked = new CopyOnWriteArrayList<>();
		try (OutboundClient client = client(limits(LONG, LONG), (host) -> {
			asked.add(host);
			return (asked.size() == 1) ? List.of(HERE) : List.of(PRIVATE);
		})) {
			execute(client, "/first");
			execute(client, "/second");
			assertThat(asked).containsExactly("his.example.cn");
			this.server.behave((exchange) -> {
				exchange.getResponseHeaders().set("Connection", "close");
				exchange.sendResponseHeaders(204, -1);
			});
			execute(client, "/closing");
			assertRefused(client, "/third");
			assertThat(this.server.seen()).hasSize(3);
		}
	}

	@Test
	void refusesANameThatTurnsToAPrivateAddressAfterItWasTypedIn() throws IOException {
		OutboundGuard guard = guard((_) -> List.of(PRIVATE));
		assertThat(guard.flawIn("http://his.example.cn:" + this.server.port())).isEmpty();
		try (OutboundClient client = client(guard, limits(LONG, LONG))) {
			assertRefused(client, "/");
		}
		assertThat(this.progress).isEmpty();
	}

	@Test
	void refusesANameWithOnePrivateAddressAmongOthers() throws IOException {
		try (OutboundClient client = client(limits(LONG, LONG), (_) -> List.of(HERE, PRIVATE))) {
			assertRefused(client, "/");
		}
		assertThat(this.server.seen()).isEmpty();
	}

	@Test
	void refusesAddressesThatOnlyLookAllowed() throws IOException {
		try (OutboundClient client = client(limits(LONG, LONG), (_) -> List.of(HERE))) {
			for (String url : List.of("http://his.example.cn@127.0.0.1:" + this.server.port(),
					"http://127.0.0.1:" + this.server.port(), "http://2130706433:" + this.server.port(),
					"http://his.example.cn:" + (this.server.port() % 1000 + 1), "file:///etc/passwd")) {
				assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> client.execute(request(url), any()));
			}
		}
		assertThat(this.server.seen()).isEmpty();
	}

	@Test
	void followsNoRedirect() throws IOException {
		this.server.behave((exchange) -> {
			exchange.getResponseHeaders().set("Location", "http://his.example.cn:" + this.server.port() + "/private");
			exchange.sendResponseHeaders(302, -1);
		});
		Response answer = get(limits(LONG, LONG), (_) -> List.of(HERE), "/redirect");
		assertThat(answer.status()).isEqualTo(302);
		assertThat(this.server.seen()).hasSize(1);
	}

	@Test
	void triesTheNextAddressWhenOneDoesNotListen() throws IOException {
		InetAddress deaf = InetAddress.ofLiteral("127.0.0.3");
		assertThat(get(limits(LONG, LONG), (_) -> List.of(deaf, HERE), "/").status()).isEqualTo(200);
	}

	@Test
	void tellsANameThatIsUnknown() {
		assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> get(limits(LONG, LONG), (host) -> {
			throw new UnknownHostException(host);
		}, "/"));
	}

	@Test
	void tellsThatNobodyListens() {
		this.server.close();
		assertThatExceptionOfType(ConnectException.class)
			.isThrownBy(() -> get(limits(LONG, LONG), (_) -> List.of(HERE), "/"));
		assertThat(this.progress).containsExactly("name");
	}

	@Test
	void waitsNoLongerThanTheLimitForAnAnswerToBegin() {
		this.server.staySilent();
		assertTimesOut(limits(SHORT, LONG));
		assertThat(this.progress).containsExactly("name", "connected");
	}

	@Test
	void waitsNoLongerThanTheLimitForAnAnswerThatDrips() {
		this.server.drip();
		assertTimesOut(limits(LONG, SHORT));
		assertThat(this.progress).containsExactly("name", "connected", "answered 200");
	}

	@Test
	void waitsNoLongerThanTheLimitForTheNameService() {
		CountDownLatch end = new CountDownLatch(1);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> get(limits(LONG, SHORT), (_) -> {
			try {
				end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return List.of(HERE);
		}, "/"));
		end.countDown();
	}

	@Test
	void readsNoMoreThanAgreed() {
		this.server.pour();
		assertThatExceptionOfType(AnswerTooLarge.class)
			.isThrownBy(() -> get(limits(LONG, LONG), (_) -> List.of(HERE), "/"));
	}

	@Test
	void readsNoMoreThanAgreedOfWhatIsPacked() {
		this.server.behave((exchange) -> {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream packed = new GZIPOutputStream(exchange.getResponseBody())) {
				for (int i = 0; i < 100; i++) {
					packed.write(new byte[1 << 20]);
				}
			}
		});
		assertThatExceptionOfType(AnswerTooLarge.class)
			.isThrownBy(() -> get(limits(LONG, LONG), (_) -> List.of(HERE), "/"));
	}

	@Test
	void usesNoProxyOfItsSurroundings() throws IOException {
		ProxySelector before = ProxySelector.getDefault();
		List<URI> selected = new CopyOnWriteArrayList<>();
		ProxySelector.setDefault(new ProxySelector() {
			@Override
			public List<Proxy> select(URI uri) {
				selected.add(uri);
				return List.of(Proxy.NO_PROXY);
			}

			@Override
			public void connectFailed(URI uri, SocketAddress address, IOException failure) {
				throw new UncheckedIOException(failure);
			}
		});
		try {
			assertThat(get(limits(LONG, LONG), (_) -> List.of(HERE), "/").status()).isEqualTo(200);
		}
		finally {
			ProxySelector.setDefault(before);
		}
		assertThat(selected).isEmpty();
	}

	private void assertTimesOut(OutboundLimits limits) {
		assertThatExceptionOfType(SocketTimeoutException.class)
			.isThrownBy(() -> get(limits, (_) -> List.of(HERE), "/"));
	}

	private void assertRefused(OutboundClient client, String path) {
		assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> execute(client, path))
			.satisfies((refused) -> assertThat(refused.flaw()).isEqualTo(AddressFlaw.NETWORK));
	}

	private Response get(OutboundLimits limits, HostNames names, String path) throws IOException {
		try (OutboundClient client = client(limits, names)) {
			return execute(client, path);
		}
	}

	private Response execute(OutboundClient client, String path) throws IOException {
		return client.execute(request("http://his.example.cn:" + this.server.port() + path), any());
	}

	private static Request request(String url) {
		return Request.create(Request.HttpMethod.GET, url, Map.of(), Request.Body.empty(), null);
	}

	private static Request.Options any() {
		return new Request.Options();
	}

	private OutboundClient client(OutboundLimits limits, HostNames names) {
		return client(guard(names), limits);
	}

	private OutboundClient client(OutboundGuard guard, OutboundLimits limits) {
		try {
			return new OutboundClients(guard, SSLContext.getDefault()).client(limits, new CallProgress() {
				@Override
				public void nameResolved() {
					OutboundClientTests.this.progress.add("name");
				}

				@Override
				public void connected() {
					OutboundClientTests.this.progress.add("connected");
				}

				@Override
				public void answered(int status) {
					OutboundClientTests.this.progress.add("answered " + status);
				}
			});
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private OutboundGuard guard(HostNames names) {
		return new OutboundGuard(
				new OutboundProperties(List.of("his.example.cn:" + this.server.port()), List.of("127.0.0.0/8"), null),
				names);
	}

	private static OutboundLimits limits(Duration response, Duration total) {
		return new OutboundLimits(LONG, response, total, DataSize.ofKilobytes(64));
	}

}
