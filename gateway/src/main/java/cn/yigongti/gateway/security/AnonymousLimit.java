package cn.yigongti.gateway.security;

import cn.yigongti.gateway.ratelimit.RateLimiter;
import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Counts requests to open paths by address. Probes are not counted: they must never be
 * told to wait.
 */
class AnonymousLimit implements WebFilter {

	private final RateLimiter limiter;

	AnonymousLimit(RateLimiter limiter) {
		this.limiter = limiter;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Mono<Void> pass = PublicPaths.health()
			.matches(exchange)
			.flatMap((health) -> health.isMatch() ? Mono.empty() : this.limiter.passAnonymous(exchange));
		return pass.then(Mono.defer(() -> chain.filter(exchange)));
	}

}
