package cn.yigongti.platform.outbound.call;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;

import javax.net.ssl.SSLContext;

import cn.yigongti.platform.outbound.OutboundGuard;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Connects to checked addresses only, and to them directly: {@code NO_PROXY} also keeps
 * out a SOCKS proxy that the JVM was started with.
 */
class GuardedConnections extends DefaultHttpClientConnectionOperator {

	private static final DetachedSocketFactory DIRECT = (proxy) -> new Socket(Proxy.NO_PROXY);

	private final CallProgress progress;

	GuardedConnections(OutboundGuard guard, SSLContext tls, CallProgress progress) {
		super(DIRECT, DefaultSchemePortResolver.INSTANCE, new CheckedNames(guard, progress), secure(tls));
		this.progress = progress;
	}

	private static Lookup<TlsSocketStrategy> secure(SSLContext tls) {
		TlsSocketStrategy strategy = new DefaultClientTlsStrategy(tls, HostnameVerificationPolicy.CLIENT,
				HttpsSupport.getDefaultHostnameVerifier());
		return RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, strategy).build();
	}

	@Override
	protected void onAfterSocketConnect(HttpContext context, HttpHost host) {
		this.progress.connected();
	}

	@Override
	protected void onAfterTlsHandshake(HttpContext context, HttpHost host) {
		this.progress.secured();
	}

	private record CheckedNames(OutboundGuard guard, CallProgress progress) implements DnsResolver {

		@Override
		public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
			List<InetAddress> addresses = this.guard.resolve(host, port);
			this.progress.nameResolved();
			return addresses.stream().map((address) -> new InetSocketAddress(address, port)).toList();
		}

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			throw new UnknownHostException(host + " without a port");
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
