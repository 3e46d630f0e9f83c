package cn.yigongti.gateway.ratelimit;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Spring Data connects on the thread of the first request, which must not be one of the
 * few that serve everybody. Here it happens once, aside; afterwards the client keeps the
 * connection up by itself.
 */
@Component
class RedisConnection {

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

	private final Mono<Boolean> ready;

	RedisConnection(ReactiveRedisConnectionFactory factory) {
		this.ready = Mono.fromCallable(factory::getReactiveConnection)
			.map((_) -> true)
			.subscribeOn(Schedulers.boundedElastic())
			.cache((_) -> Duration.ofMillis(Long.MAX_VALUE), (_) -> BETWEEN_ATTEMPTS, () -> BETWEEN_ATTEMPTS);
	}

	/** Completes when there is a connection, fails when none could be made just now. */
	Mono<Boolean> ready() {
		return this.ready;
	}

	@EventListener(ApplicationStartedEvent.class)
	void connect() {
		this.ready.onErrorComplete().block();
	}

}
