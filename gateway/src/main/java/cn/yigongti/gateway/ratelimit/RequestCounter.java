package cn.yigongti.gateway.ratelimit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Counts requests in Redis. When Redis doesn't answer at once nothing is counted and
 * everything passes: a platform without limits is better than none.
 */
@Component
class RequestCounter {

	private static final Logger log = LoggerFactory.getLogger(RequestCounter.class);

	private static final RedisScript<Long> SCRIPT = RedisScript.of(new ClassPathResource("rate-limit.lua"), Long.class);

	private final RedisConnection connection;

	private final ReactiveStringRedisTemplate redis;

	private final Duration patience;

	private final CircuitBreaker breaker = CircuitBreaker.of("redis",
			CircuitBreakerConfig.custom()
				.slidingWindowSize(10)
				.minimumNumberOfCalls(3)
				.waitDurationInOpenState(Duration.ofSeconds(1))
				.permittedNumberOfCallsInHalfOpenState(1)
				.build());

	private final Counter uncounted;

	private final AtomicBoolean counting = new AtomicBoolean(true);

	RequestCounter(RedisConnection connection, ReactiveStringRedisTemplate redis, MeterRegistry meters,
			@Value("${spring.data.redis.timeout}") Duration patience) {
		this.connection = connection;
		this.redis = redis;
		this.patience = patience;
		this.uncounted = Counter.builder("yigongti.gateway.rate.limit.uncounted")
			.description("Requests let through uncounted because Redis did not answer")
			.register(meters);
	}

	/**
	 * Counts one request of a client.
	 * @param name of the limit
	 * @param limit how much is allowed
	 * @param client whose request it is
	 * @return how long the client has to wait; zero when the request may pass
	 */
	Mono<Duration> count(String name, RateLimit limit, String client) {
		List<String> keys = List.of("gateway:rate:" + name + ":" + client);
		List<String> arguments = List.of(Long.toString(limit.interval()), Long.toString(limit.tolerance()));
		return this.connection.ready()
			.flatMap((_) -> this.redis.execute(SCRIPT, keys, arguments).single())
			.timeout(this.patience)
			.transformDeferred(CircuitBreakerOperator.of(this.breaker))
			.map((micros) -> Duration.of(micros, ChronoUnit.MICROS))
			.doOnNext((_) -> counted())
			.onErrorResume((failure) -> {
				uncounted(failure);
				return Mono.just(Duration.ZERO);
			});
	}

	private void counted() {
		if (this.counting.compareAndSet(false, true)) {
			log.info("Redis answers again: requests are limited");
		}
	}

	private void uncounted(Throwable failure) {
		this.uncounted.increment();
		if (this.counting.compareAndSet(true, false)) {
			log.warn("Redis does not answer ({}): requests pass without a limit", failure.getClass().getSimpleName());
		}
	}

}
