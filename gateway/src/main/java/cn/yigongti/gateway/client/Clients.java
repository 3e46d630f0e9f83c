package cn.yigongti.gateway.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Finds out who the client is: the peer, or, when the peer is a trusted proxy, the last
 * address in {@code X-Forwarded-For} that isn't one itself. What stands further left
 * anybody may have written.
 */
@Component
@EnableConfigurationProperties(EdgeSettings.class)
public class Clients {

	private static final String FORWARDED_FOR = "X-Forwarded-For";

	private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

	private final Subnets trustedProxies;

	private final Subnets scrapers;

	Clients(EdgeSettings settings) {
		this.trustedProxies = Subnets.of(settings.trustedProxies());
		this.scrapers = Subnets.of(settings.scrapers());
	}

	public Client of(ServerHttpRequest request) {
		InetAddress peer = peer(request);
		HttpHeaders headers = request.getHeaders();
		boolean direct = !headers.containsHeader(FORWARDED_FOR) && !headers.containsHeader("Forwarded");
		boolean secure = request.getSslInfo() != null;
		if (direct || !this.trustedProxies.contain(peer)) {
			return new Client(peer, direct, secure);
		}
		return new Client(beyondProxies(peer, headers), false,
				secure || "https".equalsIgnoreCase(last(headers.get(FORWARDED_PROTO))));
	}

	/** Whether it is our own monitoring, which nobody from outside can pretend to be. */
	public boolean mayScrape(ServerHttpRequest request) {
		Client client = of(request);
		return client.direct() && this.scrapers.contain(client.address());
	}

	private InetAddress beyondProxies(InetAddress peer, HttpHeaders headers) {
		List<String> hops = hops(headers.get(FORWARDED_FOR));
		InetAddress client = peer;
		for (String hop : hops.reversed()) {
			InetAddress address = NetUtil.createInetAddressFromIpAddressString(hop);
			if (address == null) {
				return client;
			}
			client = address;
			if (!this.trustedProxies.contain(address)) {
				return client;
			}
		}
		return client;
	}

	private static List<String> hops(@Nullable List<String> values) {
		if (values == null) {
			return List.of();
		}
		return values.stream().flatMap((value) -> Arrays.stream(value.split(",", -1))).map(String::strip).toList();
	}

	private static String last(@Nullable List<String> values) {
		List<String> all = hops(values);
		return all.isEmpty() ? "" : all.getLast();
	}

	private static InetAddress peer(ServerHttpRequest request) {
		InetSocketAddress remote = request.getRemoteAddress();
		return (remote != null && remote.getAddress() != null) ? remote.getAddress() : InetAddress.getLoopbackAddress();
	}

}
