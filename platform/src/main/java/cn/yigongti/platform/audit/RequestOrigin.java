package cn.yigongti.platform.audit;

import java.net.InetAddress;
import java.util.List;

import cn.yigongti.platform.outbound.Network;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where the request at hand came from. The gateway overwrites {@code X-Forwarded-For}
 * with the address of the client, so it is believed when the gateway sends it, and nobody
 * else.
 */
class RequestOrigin {

	private static final String FORWARDED_FOR = "X-Forwarded-For";

	private final List<Network> gateways;

	private final Tracer tracer;

	RequestOrigin(List<Network> gateways, Tracer tracer) {
		this.gateways = List.copyOf(gateways);
		this.tracer = tracer;
	}

	/** {@code null} for what the service does by itself. */
	@Nullable String address() {
		if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
			return null;
		}
		HttpServletRequest request = attributes.getRequest();
		String forwarded = request.getHeader(FORWARDED_FOR);
		if (forwarded == null || !isGateway(request.getRemoteAddr())) {
			return request.getRemoteAddr();
		}
		InetAddress client = literal(forwarded.strip());
		return (client != null) ? client.getHostAddress() : request.getRemoteAddr();
	}

	@Nullable String traceId() {
		Span span = this.tracer.currentSpan();
		String id = (span != null) ? span.context().traceId() : "";
		return id.isEmpty() ? null : id;
	}

	private boolean isGateway(String peer) {
		InetAddress address = literal(peer);
		return address != null && this.gateways.stream().anyMatch((network) -> network.contains(address));
	}

	private static @Nullable InetAddress literal(String text) {
		try {
			return InetAddress.ofLiteral(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
