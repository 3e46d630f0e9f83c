package cn.yigongti.gateway.security;

import cn.yigongti.gateway.ratelimit.RateLimiter;
import reactor.core.publisher.Mono;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Counts requests by who the token says they are from, and by address where there is no
 * token.
 */
class CallerLimit implements WebFilter {

	private final RateLimiter limiter;

	CallerLimit(RateLimiter limiter) {
		this.limiter = limiter;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull((context) -> context.getAuthentication())
			.map((caller) -> this.limiter.passCaller(caller.getName()))
			.defaultIfEmpty(Mono.defer(() -> this.limiter.passAnonymous(exchange)))
			.flatMap((pass) -> pass)
			.then(Mono.defer(() -> chain.filter(exchange)));
	}

}
