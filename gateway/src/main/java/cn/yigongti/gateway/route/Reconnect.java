package cn.yigongti.gateway.route;

import java.net.ConnectException;
import java.util.Set;

import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/**
 * When no connection can be made, the next instance may be there. Tried for reading only:
 * nothing was sent, but a rule this simple is easy to be sure of.
 */
class Reconnect implements GatewayFilter {

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Mono<Void> call = chain.filter(exchange);
		if (!READING.contains(exchange.getRequest().getMethod())) {
			return call;
		}
		return call.retryWhen(Retry.max(2)
			.filter(ConnectException.class::isInstance)
			.doBeforeRetry((_) -> ServerWebExchangeUtils.reset(exchange))
			.onRetryExhaustedThrow((_, signal) -> signal.failure()));
	}

}
