package cn.yigongti.search.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.instrumentation.NoopInstrumentation;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connections to Elasticsearch. A call ends within its time limit, whatever Elasticsearch
 * does. Nothing of it gets into traces, which would show what people search for.
 */
final class Connection implements AutoCloseable {

	private final Rest5ClientTransport transport;

	private final ElasticsearchAsyncClient client;

	private Connection(Rest5ClientTransport transport) {
		this.transport = transport;
		this.client = new ElasticsearchAsyncClient(transport);
	}

	static Connection to(URI uri, SearchProperties properties, @Nullable SSLContext tls) {
		Timeout longest = timeout(properties.writeTimeLimit());
		Rest5ClientBuilder builder = Rest5Client.builder(uri)
			.setConnectionConfigCallback(
					(config) -> config.setConnectTimeout(timeout(properties.timeLimit())).setSocketTimeout(longest))
			.setRequestConfigCallback((config) -> config.setResponseTimeout(longest)
				.setConnectionRequestTimeout(timeout(properties.timeLimit())))
			.setConnectionManagerCallback((pool) -> pool.setMaxConnPerRoute(properties.connections())
				.setMaxConnTotal(properties.connections()))
			.setDefaultHeaders(authorization(properties));
		if (tls != null) {
			builder.setSSLContext(tls);
		}
		return new Connection(new Rest5ClientTransport(builder.build(), new Jackson3JsonpMapper(), null,
				NoopInstrumentation.INSTANCE));
	}

	private static Timeout timeout(Duration duration) {
		return Timeout.of(duration);
	}

	private static Header[] authorization(SearchProperties properties) {
		String credentials = null;
		if (properties.apiKey() != null) {
			credentials = "ApiKey " + properties.apiKey();
		}
		else if (properties.username() != null) {
			credentials = "Basic " + Base64.getEncoder()
				.encodeToString((properties.username() + ":" + properties.password()).getBytes(StandardCharsets.UTF_8));
		}
		return (credentials != null) ? new Header[] { new BasicHeader("Authorization", credentials, true) }
				: new Header[0];
	}

	/**
	 * Asks Elasticsearch something.
	 * @throws ServerFailed when the answer isn't what was asked for, or doesn't come in
	 * time
	 */
	<T> T call(Duration limit, Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
		CompletableFuture<T> answer = request.apply(this.client);
		try {
			return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw ServerFailed.timedOut();
		}
		catch (ExecutionException ex) {
			throw ServerFailed.of((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw ServerFailed.of(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.transport.close();
	}

}
