package cn.yigongti.gateway.headers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import cn.yigongti.gateway.installation.Installation;
import cn.yigongti.gateway.problem.ProblemException;
import cn.yigongti.gateway.problem.Problems;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Lets the web sites on the allow list call us from a browser, and no other. Our own
 * public address is always on it: seen from here, behind a proxy that ends TLS, our own
 * pages look like another site's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
@EnableConfigurationProperties(CrossOriginSettings.class)
class CrossOrigin implements WebFilter {

	private final DefaultCorsProcessor processor = new DefaultCorsProcessor();

	private final CorsConfiguration rules;

	private final Problems problems;

	CrossOrigin(CrossOriginSettings settings, Installation installation, Problems problems) {
		this.rules = rules(settings, installation.origin());
		this.problems = problems;
	}

	private static CorsConfiguration rules(CrossOriginSettings settings, String own) {
		List<String> origins = new ArrayList<>(settings.allowedOrigins());
		origins.add(own);
		CorsConfiguration rules = new CorsConfiguration();
		rules.setAllowedOrigins(origins);
		rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
		rules.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept", "Accept-Language", "If-Match",
				"If-None-Match", "Idempotency-Key", "X-Request-Id", "traceparent", "tracestate"));
		rules.setExposedHeaders(List.of("ETag", "Location", "Link", "Retry-After", "Content-Disposition",
				"Idempotent-Replay", "X-Request-Id", "X-Search-Degraded", "traceparent", "WWW-Authenticate"));
		rules.setMaxAge(Duration.ofHours(1));
		return rules;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!this.processor.process(this.rules, exchange)) {
			return this.problems.answer(exchange, new ProblemException(HttpStatus.FORBIDDEN, "origin-refused"));
		}
		return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? Mono.empty() : chain.filter(exchange);
	}

}
