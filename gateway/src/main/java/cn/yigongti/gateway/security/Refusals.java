package cn.yigongti.gateway.security;

import cn.yigongti.gateway.problem.ProblemException;
import cn.yigongti.gateway.problem.Problems;
import cn.yigongti.gateway.ratelimit.RateLimiter;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers those without a valid token. A bad token counts against the address that sent
 * it.
 */
class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

	private final Problems problems;

	private final RateLimiter limiter;

	Refusals(Problems problems, RateLimiter limiter) {
		this.problems = problems;
		this.limiter = limiter;
	}

	@Override
	public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
		boolean badToken = failure instanceof OAuth2AuthenticationException;
		Mono<Void> counted = badToken ? this.limiter.passAnonymous(exchange) : Mono.empty();
		ProblemException refusal = new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorized")
			.header(HttpHeaders.WWW_AUTHENTICATE, badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
		return counted.then(Mono.defer(() -> this.problems.answer(exchange, refusal)));
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException failure) {
		return this.problems.answer(exchange, new ProblemException(HttpStatus.FORBIDDEN, "permission-missing"));
	}

}
