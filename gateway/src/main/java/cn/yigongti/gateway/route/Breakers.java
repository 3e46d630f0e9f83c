package cn.yigongti.gateway.route;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * A circuit breaker for each route. What counts is that nobody is there or nobody answers
 * in time; an answer is an answer, even one that reports an error, and is handed on.
 */
@Component
class Breakers {

	private final CircuitBreakerRegistry registry;

	Breakers(RouteTable table, MeterRegistry meters) {
		RouteTable.Breaker rule = table.breaker();
		this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowSize(rule.window())
			.minimumNumberOfCalls(rule.minimumCalls())
			.failureRateThreshold(rule.failureRate())
			.waitDurationInOpenState(rule.pause())
			.permittedNumberOfCallsInHalfOpenState(3)
			.slowCallDurationThreshold(table.longestTimeout().multipliedBy(2))
			.ignoreException((failure) -> !isOutage(failure))
			.build());
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(this.registry).bindTo(meters);
	}

	GatewayFilter of(String route) {
		CircuitBreaker breaker = this.registry.circuitBreaker(route);
		return (exchange, chain) -> chain.filter(exchange).transformDeferred(CircuitBreakerOperator.of(breaker));
	}

	private static boolean isOutage(Throwable failure) {
		return switch (failure) {
			case IOException _, TimeoutException _ -> true;

			case ResponseStatusException answer -> answer.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT
					|| answer.getStatusCode() == HttpStatus.SERVICE_UNAVAILABLE;
			default -> false;
		};
	}

}
