package cn.yigongti.gateway.security;

import cn.yigongti.gateway.ratelimit.RateLimiter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Counts requests by who the token says they are from, and by address where there is no
 * token. A machine client may have a quota of its own, which its token tells.
 */
class CallerLimit implements WebFilter {

	/** Claim: requests a minute. */
	private static final String QUOTA = "quota";

	private final RateLimiter limiter;

	CallerLimit(RateLimiter limiter) {
		this.limiter = limiter;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull((context) -> context.getAuthentication())
			.map((caller) -> this.limiter.passCaller(caller.getName(), quotaOf(caller)))
			.defaultIfEmpty(Mono.defer(() -> this.limiter.passAnonymous(exchange)))
			.flatMap((pass) -> pass)
			.then(Mono.defer(() -> chain.filter(exchange)));
	}

	private static @Nullable Integer quotaOf(Authentication caller) {
		return (caller.getPrincipal() instanceof Jwt token && token.getClaim(QUOTA) instanceof Number quota
				&& quota.intValue() > 0) ? quota.intValue() : null;
	}

}
