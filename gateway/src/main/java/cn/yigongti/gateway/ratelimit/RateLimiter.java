package cn.yigongti.gateway.ratelimit;

import java.time.Duration;
import java.util.Set;

import cn.yigongti.gateway.client.Clients;
import cn.yigongti.gateway.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Refuses those who ask too much, with 429 {@code rate-limited}. */
@Component
@EnableConfigurationProperties(RateLimits.class)
public class RateLimiter {

	/** Where passwords, secrets and activation codes are tried. */
	private static final Set<String> SIGN_IN = Set.of("/login", "/login/code", "/login/password", "/login/enrol",
			"/activate", "/oauth2/token", "/api/v1/activations");

	private final RequestCounter counter;

	private final RateLimits limits;

	private final Clients clients;

	private final MeterRegistry meters;

	RateLimiter(RequestCounter counter, RateLimits limits, Clients clients, MeterRegistry meters) {
		this.counter = counter;
		this.limits = limits;
		this.clients = clients;
		this.meters = meters;
	}

	/**
	 * Lets a request with a valid token pass, or fails with the problem.
	 * @param perMinute how many the token says are allowed; {@code null} for as many as
	 * everybody
	 */
	public Mono<Void> passCaller(String subject, @Nullable Integer perMinute) {
		return (perMinute != null) ? pass("quota", RateLimit.perMinute(perMinute), subject)
				: pass("caller", this.limits.caller(), subject);
	}

	/** Lets a request without a valid token pass, or fails with the problem. */
	public Mono<Void> passAnonymous(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		String network = this.clients.of(request).network();
		boolean signIn = HttpMethod.POST.equals(request.getMethod()) && SIGN_IN.contains(request.getPath().value());
		return signIn ? pass("sign-in", this.limits.signIn(), network)
				: pass("anonymous", this.limits.anonymous(), network);
	}

	private Mono<Void> pass(String name, RateLimit limit, String client) {
		return this.counter.count(name, limit, client)
			.flatMap((wait) -> wait.isZero() ? Mono.empty() : Mono.error(refusal(name, wait)));
	}

	private ProblemException refusal(String name, Duration wait) {
		this.meters.counter("yigongti.gateway.rate.limit.refused", "limit", name).increment();
		return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "rate-limited").retryAfter(wait);
	}

}
