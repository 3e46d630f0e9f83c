package cn.yigongti.gateway.headers;

import cn.yigongti.gateway.client.Clients;
import cn.yigongti.gateway.installation.Installation;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Tells browsers how to treat every answer, whoever made it, and keeps to ourselves what
 * software made it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders implements WebFilter {

	private final Clients clients;

	private final Installation installation;

	SecurityHeaders(Clients clients, Installation installation) {
		this.clients = clients;
		this.installation = installation;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange)));
		return chain.filter(exchange);
	}

	private void write(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.remove(HttpHeaders.SERVER);
		headers.remove("X-Powered-By");
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("X-Frame-Options", "DENY");
		headers.set("Referrer-Policy", "same-origin");
		if (this.installation.isSecure() || this.clients.of(exchange.getRequest()).secure()) {
			headers.set("Strict-Transport-Security", "max-age=31536000");
		}
		if (!headers.containsHeader("Content-Security-Policy")) {
			headers.set("Content-Security-Policy", ContentPolicy.of(exchange.getRequest().getPath().value()));
		}
		if (headers.getCacheControl() == null) {
			headers.setCacheControl("no-store");
		}
	}

}
