package cn.yigongti.gateway.trace;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Gives every request an id, which services and the answer get too, and every answer its
 * {@code traceparent}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceHeaders implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String id = RequestId.from(exchange.getRequest().getHeaders().getFirst(RequestId.HEADER));
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> {
			HttpHeaders answer = exchange.getResponse().getHeaders();
			answer.set(RequestId.HEADER, id);
			Trace.of(exchange).ifPresent((trace) -> answer.set("traceparent", trace.header()));
		}));
		return chain.filter(exchange.mutate().request((request) -> request.header(RequestId.HEADER, id)).build());
	}

}
