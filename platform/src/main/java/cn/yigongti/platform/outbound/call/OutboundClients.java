package cn.yigongti.platform.outbound.call;

import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import cn.yigongti.platform.outbound.OutboundGuard;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes the clients for addresses that users typed in. */
public class OutboundClients {

	private static final int CONNECTIONS = 200;

	private static final int CONNECTIONS_PER_HOST = 10;

	/** How long the answer of the name service is relied upon. */
	private static final TimeValue CONNECTION_LIFE = TimeValue.of(1, TimeUnit.MINUTES);

	private final OutboundGuard guard;

	private final SSLContext tls;

	public OutboundClients(OutboundGuard guard, SSLContext tls) {
		this.guard = guard;
		this.tls = tls;
	}

	/** A client to keep and to close in the end. */
	public OutboundClient client(OutboundLimits limits) {
		return client(limits, CallProgress.IGNORED);
	}

	/** A client for one call, whose progress is watched. */
	public OutboundClient client(OutboundLimits limits, CallProgress progress) {
		return new OutboundClient(this.guard, limits, progress, http(limits, connections(limits, progress)));
	}

	private HttpClientConnectionManager connections(OutboundLimits limits, CallProgress progress) {
		PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
				new GuardedConnections(this.guard, this.tls, progress), PoolConcurrencyPolicy.STRICT,
				PoolReusePolicy.LIFO, CONNECTION_LIFE, ManagedHttpClientConnectionFactory.INSTANCE);
		connections.setMaxTotal(CONNECTIONS);
		connections.setDefaultMaxPerRoute(CONNECTIONS_PER_HOST);
		connections.setDefaultConnectionConfig(ConnectionConfig.custom()
			.setConnectTimeout(Timeout.of(limits.connect()))
			.setSocketTimeout(Timeout.of(limits.response()))
			.setTimeToLive(CONNECTION_LIFE)
			.setValidateAfterInactivity(TimeValue.of(1, TimeUnit.SECONDS))
			.build());
		connections.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(Timeout.of(limits.connect())).build());
		return connections;
	}

	private static CloseableHttpClient http(OutboundLimits limits, HttpClientConnectionManager connections) {
		return HttpClients.custom()
			.setConnectionManager(connections)
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(Timeout.of(limits.total()))
				.setResponseTimeout(Timeout.of(limits.response()))
				.setProtocolUpgradeEnabled(false)
				.build())
			.setUserAgent("Yigongti")
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			.build();
	}

}
